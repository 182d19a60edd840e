/** What --help prints; at most 80 columns. */
export const HELP = `UNSPIN(1)

NAME
    unspin - restore the words that an article spinner swapped

SYNOPSIS
    unspin [OPTION]... [FILE]...
    unspin --diff[=FORMAT] [OPTION]... [FILE]...
    unspin --jsonl [--field PATH] [OPTION]... [FILE]...
    unspin detect [--format text|json] [OPTION]... [FILE]...
    unspin explain [OPTION]... [FILE]...
    unspin diff [--format FORMAT] A B

DESCRIPTION
    Reads the FILEs one after the other and prints them with the words restored
    that a machine swapped: "Macron's workplace stated" becomes "Macron's office
    said". With no FILE, or when FILE is -, reads standard input. A text that
    was not spun comes out as it went in, byte for byte. Input has to be UTF-8.
    FILEs that end in .gz, .br or .zst are decompressed (.zst with Node.js 22.15
    or newer). A FILE that is not there and has * or ? in it is a pattern.

COMMANDS
    unspin detect
        The same as --detect. A file of such a name is given as ./detect.

    unspin explain
        For each FILE the verdict, and for each edit and suggestion its place,
        confidence, dictionary entry, reason and alternatives.
        --format json for machines.

    unspin diff A B
        What changed from A to B, whoever changed it, in a FORMAT of --diff:
        to see what another tool or an editor made of a text.

WHAT TO PRINT
    (nothing of these)
        The restored texts.

    --diff[=auto|unified|ansi|html|json|sarif|vfile], --format FORMAT
        What would change. "unified" is a patch for patch(1) and git apply;
        "ansi" shows the words struck out and put in; "html" is a page that
        stands by itself (one FILE); "json" is a line for each FILE, with every
        edit's place, confidence, alternatives and dictionary entry; "sarif" is
        a log for code hosts and CI, of all FILEs; "vfile" is a line for each
        FILE with the messages that the retext plugin gives. Without a format,
        or as "auto": "ansi" on a terminal, otherwise "unified".

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
        stays and only the detection is added. Empty lines stay. See RECORDS.

    --only-spun
        Leave out texts and records that were not spun.

    --suggestions
        Show the edits too that were not applied because they are less sure
        than asked for: in the diff if it is "ansi", "sarif" or "vfile", on
        standard error if the restored text or a patch is printed. Always part
        of "html", "json" and --jsonl.

HOW TO RESTORE
    --preset cautious|balanced|eager
        How sure to be before a word is changed. "balanced" unless said.

    --min-confidence P
        Apply no edit less probable than P, 0 to 1; takes the place of the
        preset's bounds. Of the edits given at 0.9, nine in ten are right.

    --thorough
        Look at every text in full. Unless said, texts that show nothing of
        spinning or translation at first glance are passed on, which is many
        times as fast; their probability is a summary one, the same for all.

    --ignore FILE
        What to leave alone: a word or phrase a line, or a regular expression
        between slashes (/acme \\w+/i). Lines that begin with # are comments.
        May be given more than once.

    --dictionary FILE
        A dictionary of your own, in the format of dictionaries/README.md, added
        to those of the package. May be given more than once.

    --config FILE
        Options from a JSON file, by their names without dashes:
        {"jsonl": true, "field": "body.text", "ignore": ["names.txt"]}.
        The command line goes before it.

RECORDS
    These go with --jsonl.

    --field PATH
        The member that holds the text, "text" unless said. a.b is member b of
        the object in member a; a\\.b is one member's name.

    --id-field PATH
        The member that holds the record's id, "id" unless said.

    --attributes
        In the place of each record write what corpus tool-kits keep beside it:
        {"id", "attributes": {"unspin_edits": [[start, end, confidence]...],
        "unspin_spun": [[0, length, probability]]}}. Offsets count characters.

    --workers N
        Threads that restore, 1 unless said. The output is the same, its order
        included. Each thread holds the language model for itself.

    --resume
        Go on with an --output that a run left unfinished, however it ended,
        kill -9 included. Nothing is lost or done twice, and the file ends up
        with the same bytes as that of a run that went through. The options and
        inputs have to be the same. A .br file is compressed when all is done:
        until then FILE.partial is plain text.

    --rejects FILE
        Write records that cannot be worked on to FILE, a line each:
        {"file", "line", "reason", "raw"}, with "base64" in place of "raw"
        if the line is not UTF-8 or too long. Without it they are reported on
        standard error, with line number and reason.

    --max-size BYTES
        Records with more bytes are rejected; 16777216 unless said.

    --stats FILE
        Write counts to FILE as JSON: documents, spun ones, edits by domain, by
        reason and by dictionary entry.

    A line of input is answered before the next one is read, unless there are
    worker threads; those get what has come in, and wait for nothing further.
    Memory holds the records that are being worked on.
    While it runs, a progress line is shown if standard error is a terminal; if
    not, one line of JSON is written to it in the end: {"unspin": {"ended",
    "documents", "spun", "edits", "suggestions", "rejected", "bytes", "seconds",
    "documentsPerSecond", "megabytesPerSecond"}}.

WHERE TO PRINT
    -o FILE|DIR, --output FILE|DIR
        Write to FILE, which has its name only once it is complete; until then
        it is FILE.partial (with --jsonl, FILE.progress beside it tells how far
        it is). Compressed if the name ends in .gz, .br or .zst. If it is a
        directory, or ends in /, each input gets a file of its name in it.

    -q, --quiet
        Neither progress nor the line of figures.

    --color auto|always|never
        Colours in "ansi". "auto" unless said: on a terminal.

    --dry-run
        Say what would be read and written, and where a run would go on. Nothing
        is written.

    -h, --help
        Print this.

    -V, --version
        Print the version.

EXIT STATUS
    0    All input was read and all output written.
    1    Some input was rejected: a FILE that cannot be read or is not UTF-8, a
         bad record, a compressed file that breaks off. All the rest was done.
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
    unspin --format sarif docs/*.md > unspin.sarif
    unspin detect *.txt
    unspin --jsonl --field body.text --workers 4 --rejects bad.jsonl \\
        --output restored/ 'crawl/*.jsonl.gz'
    unspin --jsonl --resume --output clean.jsonl.gz pages.jsonl.gz
    zcat pages.jsonl.gz | parallel --pipe -k unspin --jsonl -q > restored.jsonl
`;
