/** What --help prints; at most 80 columns. */
export const HELP = `UNSPIN(1)

NAME
    unspin - restore the words that an article spinner swapped

SYNOPSIS
    unspin [OPTION]... [FILE]...
    unspin --diff[=FORMAT] [OPTION]... [FILE]...
    unspin --detect[=FORMAT] [OPTION]... [FILE]...
    unspin --jsonl [--field PATH] [OPTION]... [FILE]...

DESCRIPTION
    Reads the FILEs one after the other and prints them with the words restored
    that a machine swapped: "Macron's workplace stated" becomes "Macron's office
    said". With no FILE, or when FILE is -, reads standard input. A text that
    was not spun comes out as it went in, byte for byte. Input has to be UTF-8.

WHAT TO PRINT
    (nothing of these)
        The restored texts.

    --diff[=auto|unified|ansi|html|json]
        What would change. "unified" is a patch for patch(1) and git apply;
        "ansi" shows the words struck out and put in; "html" is a page that
        stands by itself (one FILE); "json" is a line for each FILE, with every
        edit's place, confidence, alternatives and dictionary entry. Without a
        format, or as "auto": "ansi" on a terminal, otherwise "unified".

    --detect[=text|json]
        A line for each FILE: whether it was spun, with what probability, and
        how many of its words were swapped where. Nothing is restored.

    --jsonl
        Each line of the input is a JSON object with a text in it; each becomes
        a line of the output, in the same order. The text is replaced by the
        restored one and a member is added:
        "unspin": {"edits": [...], "suggestions": [...], "detection": {...}}.
        All else in the line stays as it is, character for character. Offsets
        count UTF-16 code units of the original text. With --detect, the text
        stays and only the detection is added. Empty lines are kept.
        Lines are worked on as they come; memory holds one of them.

    --field PATH
        With --jsonl: the member that holds the text, "text" unless said. a.b is
        member b of the object in member a; a\\.b is one member's name.

HOW TO RESTORE
    --preset cautious|balanced|eager
        How sure to be before a word is changed. "balanced" unless said.

    --min-confidence P
        Apply no edit less probable than P, 0 to 1; takes the place of the
        preset's bound. Of the edits given at 0.9, nine in ten are right.

    --ignore FILE
        What to leave alone: a word or phrase a line, or a regular expression
        between slashes (/acme \\w+/i). Lines that begin with # are comments.
        May be given more than once.

    --suggestions
        Show the edits too that were not applied because they are less sure
        than asked for: in the diff if it is "ansi", on standard error if the
        restored text or a patch is printed. Always part of "html", "json" and
        --jsonl.

WHERE TO PRINT
    -o FILE, --output FILE
        Write to FILE, which has its name only once it is complete; until then
        it is FILE.partial.

    --rejects FILE
        With --jsonl: write records that cannot be worked on to FILE, a line
        each: {"file", "line", "reason", "raw"}, with "base64" in place of "raw"
        if the line is not UTF-8. Without it they are reported on standard
        error, with line number and reason.

    --color auto|always|never
        Colours in "ansi". "auto" unless said: on a terminal.

    -h, --help
        Print this.

    -V, --version
        Print the version.

EXIT STATUS
    0    All input was read and all output written.
    1    Some input was rejected: a FILE that cannot be read or is not UTF-8, a
         bad record. All the rest was done.
    2    Wrong usage, or a list that cannot be used. Nothing was read.
    3    The output cannot be written.
    4    The language model or dictionary of unspin is missing or damaged, or
         unspin failed.
    130  Ended by SIGINT; what was done is written. 143: the same by SIGTERM.
    141  The reader of standard output went away.

ENVIRONMENT
    NO_COLOR
        If not empty, "--color auto" means never.

    FORCE_COLOR
        If not empty and not 0, "--color auto" means always.

EXAMPLES
    unspin article.txt > restored.txt
    unspin --diff article.txt
    unspin --diff=unified article.txt | patch article.txt
    unspin --diff=html --output report.html article.txt
    unspin --detect *.txt
    zcat pages.jsonl.gz | unspin --jsonl --field body.text > restored.jsonl
`;
