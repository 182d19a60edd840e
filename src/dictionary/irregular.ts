/** Verbs whose past or participle is not -ed: base, past, participle. */
const VERBS = `
arise arose arisen
awake awoke awoken
be was been
bear bore borne
beat beat beaten
become became become
begin began begun
bend bent bent
bet bet bet
bid bid bid
bind bound bound
bite bit bitten
bleed bled bled
blow blew blown
break broke broken
breed bred bred
bring brought brought
broadcast broadcast broadcast
build built built
burst burst burst
buy bought bought
cast cast cast
catch caught caught
choose chose chosen
cling clung clung
come came come
cost cost cost
creep crept crept
cut cut cut
deal dealt dealt
dig dug dug
do did done
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed fed
feel felt felt
fight fought fought
find found found
flee fled fled
fling flung flung
fly flew flown
forbid forbade forbidden
forecast forecast forecast
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
forgo forwent forgone
freeze froze frozen
get got got
give gave given
go went gone
grind ground ground
grow grew grown
hang hung hung
have had had
hear heard heard
hide hid hidden
hit hit hit
hold held held
hurt hurt hurt
keep kept kept
kneel knelt knelt
know knew known
lay laid laid
lead led led
leave left left
lend lent lent
let let let
lie lay lain
light lit lit
lose lost lost
make made made
mean meant meant
meet met met
mislead misled misled
mistake mistook mistaken
misunderstand misunderstood misunderstood
offset offset offset
outdo outdid outdone
overcome overcame overcome
overtake overtook overtaken
overthrow overthrew overthrown
partake partook partaken
pay paid paid
put put put
quit quit quit
read read read
rebuild rebuilt rebuilt
repay repaid repaid
reset reset reset
rethink rethought rethought
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran run
say said said
see saw seen
seek sought sought
sell sold sold
send sent sent
set set set
shake shook shaken
shed shed shed
shine shone shone
shoot shot shot
show showed shown
shrink shrank shrunk
shut shut shut
sing sang sung
sink sank sunk
sit sat sat
slay slew slain
sleep slept slept
slide slid slid
sling slung slung
slit slit slit
speak spoke spoken
speed sped sped
spend spent spent
spin spun spun
split split split
spread spread spread
spring sprang sprung
stand stood stood
steal stole stolen
stick stuck stuck
sting stung stung
stink stank stunk
strike struck struck
string strung strung
strive strove striven
swear swore sworn
sweep swept swept
swell swelled swollen
swim swam swum
swing swung swung
take took taken
teach taught taught
tear tore torn
tell told told
think thought thought
throw threw thrown
thrust thrust thrust
undergo underwent undergone
understand understood understood
undertake undertook undertaken
undo undid undone
uphold upheld upheld
upset upset upset
wake woke woken
wear wore worn
weave wove woven
weep wept wept
win won won
wind wound wound
withdraw withdrew withdrawn
withhold withheld withheld
withstand withstood withstood
wring wrung wrung
write wrote written`;

/** Nouns whose plural is not -s: singular, plural. */
const NOUNS = `
analysis analyses
axis axes
basis bases
calf calves
child children
crisis crises
criterion criteria
deer deer
diagnosis diagnoses
elf elves
emphasis emphases
fish fish
foot feet
goose geese
half halves
hypothesis hypotheses
knife knives
leaf leaves
life lives
loaf loaves
louse lice
man men
medium media
mouse mice
oasis oases
offspring offspring
ox oxen
parenthesis parentheses
person people
phenomenon phenomena
quiz quizzes
self selves
series series
sheep sheep
shelf shelves
species species
synopsis synopses
synthesis syntheses
thesis theses
thief thieves
tooth teeth
wife wives
wolf wolves
woman women
aircraft aircraft
spacecraft spacecraft
bacterium bacteria
nucleus nuclei
stimulus stimuli
vertex vertices
matrix matrices
index indices`;

/** Verbs of two or more syllables that double their last consonant: the stress is on it. */
const DOUBLING = `abet abhor acquit admit allot annul begin commit compel concur confer control debar defer deter
disbar dispel embed emit enrol entrap equip excel expel extol forget format handicap impel incur infer
instil inter kidnap occur omit outwit overlap patrol permit prefer program propel rebel rebut recap recur refer refit
regret remit repel reset rerun rewrap submit transfer transmit unplug upset worship zigzag`;

/** Adjectives that compare irregularly. */
const ADJECTIVES = `
good better best
well better best
bad worse worst
far further furthest
little less least`;

function rows(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((row) => row.split(" "));
}

/** By base form: base, past, participle. */
export const IRREGULAR_VERBS: ReadonlyMap<string, readonly string[]> = new Map(
  rows(VERBS).map((row) => [row[0] ?? "", row]),
);
/** Plurals by singular. */
export const IRREGULAR_NOUNS: ReadonlyMap<string, string> = new Map(
  rows(NOUNS).map((row) => [row[0] ?? "", row[1] ?? ""]),
);
/** By positive: positive, comparative, superlative. */
export const IRREGULAR_ADJECTIVES: ReadonlyMap<string, readonly string[]> = new Map(
  rows(ADJECTIVES).map((row) => [row[0] ?? "", row]),
);
/** Verbs that double their last letter before -ed and -ing. */
export const DOUBLING_VERBS: ReadonlySet<string> = new Set(DOUBLING.split(/\s+/));
