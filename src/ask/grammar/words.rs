//! Names for parts of patterns.

/// Each name with what it stands for.
pub(super) const MACROS: &[(&str, &str)] = &[
    ("COUNTRY", "country | state | nation | government | power | one"),
    ("COUNTRIES", "countries | states | nations | governments | powers | ones"),
    ("WHO", "who | whom | (which | what) (COUNTRY | COUNTRIES)"),
    ("LIST", "list | name | show [me] | give [me] | tell me"),
    ("THE", "[all] [of] [the]"),
    ("TELL", "[please] [can you tell me | do you know | tell me]"),
    // Who counts.
    ("ONE", "COUNTRY | COUNTRIES | AMONG"),
    (
        "AMONG",
        "<among:group> [member | members] | (member | members | COUNTRY | COUNTRIES) (of | in) <among:group> | non <except:group> [member | members]",
    ),
    // When.
    (
        "TIME",
        "(in | on | during | at | as of | as at) [the year | the] <on:date> | (before | prior to) [the year] <before:date> | (after | following) <after:date> \
         | (by | until | till | up to) [the end of] <until:date> | since <since:date> \
         | (between <begin:date> and | from <begin:date> (to | until | till)) <end:date> | (today | now | nowadays | currently) {today}",
    ),
    (
        "DAY",
        "(in | on | at | as of | as at | by) [the year | the] <on:date> | (today | now | nowadays | currently) {today}",
    ),
    ("NOTDONE", "never | (did | has | had | have) not | (didnt | hasnt | hadnt | havent)"),
    ("NEVER", "never | (did | has | does | do | had | have) not | (didnt | hasnt | doesnt | dont | hadnt | havent)"),
    // Adverbs that change nothing.
    ("FORMALLY", "[formally | officially | diplomatically | ever | already | finally | also]"),
    ("UNITS", "days | weeks | months | years"),
    ("DIPLO", "[diplomatic | official | formal]"),
    ("EACHOTHER", "each other | one another"),
    // Recognition.
    ("GOV", "[the government of {government}]"),
    ("RECOGNIZED", "FORMALLY recognized | (gave | given | granted | extended | accorded) DIPLO recognition to"),
    ("RECOGNIZE", "FORMALLY recognize | (give | grant | extend | accord) DIPLO recognition to"),
    ("RECOGNIZE_IT", "FORMALLY recognize | (give | grant | extend) DIPLO recognition [to]"),
    ("RECOGNIZES", "FORMALLY recognizes"),
    ("WITHDREW", "withdrew | withdrawn | revoked | rescinded | took back | taken back | retracted | suspended"),
    ("WITHDRAW", "withdraw | revoke | rescind | take back | retract | suspend"),
    ("RECOGNITION", "[its | their | the] DIPLO recognition (of | from)"),
    ("SWITCHED", "(switched | moved) [its | their] [DIPLO (recognition | relations | ties)]"),
    ("SWITCH", "(switch | move) [its | their] [DIPLO (recognition | relations | ties)]"),
    // Relations.
    ("REL", "DIPLO (relations | ties)"),
    ("ESTABLISHED", "FORMALLY (established | opened | started | entered into | formed)"),
    ("ESTABLISH", "FORMALLY (establish | open | start | enter into | form)"),
    ("SEVERED", "severed | broke | broken | broke off | broken off | cut | cut off"),
    ("SEVER", "sever | break | break off | cut | cut off"),
    ("RESUMED", "resumed | restored | reestablished | re established | normalized"),
    ("RESUME", "resume | restore | reestablish | re establish | normalize"),
    // Missions.
    ("MISSION", "<level:level> | [diplomatic] (mission | missions)"),
    ("ITS", "a | an | its | their | the | any"),
    // Treaties.
    (
        "ACTED",
        "signed {signed} | ratified {ratified} | accepted {accepted} | approved {approved} | acceded to {acceded} | succeeded to {succeeded} \
         | denounced {denounced} | withdrew from {withdrawn} | (joined | became [a] party to) {bound}",
    ),
    (
        "ACT",
        "sign {signed} | ratify {ratified} | accept {accepted} | approve {approved} | accede to {acceded} | succeed to {succeeded} \
         | denounce {denounced} | withdraw from {withdrawn} | (join | become [a] party to) {bound}",
    ),
    (
        "SIGNATURE",
        "(signature | signing) {signed} | ratification {ratified} | acceptance {accepted} | approval {approved} | denunciation {denounced}",
    ),
    // What is counted: after "to", and in the past tense.
    (
        "TO_DO",
        "to RECOGNIZE GOV <of:actor> {recognized} | to (WITHDRAW RECOGNITION | stop recognizing) <of:actor> {withdrew} \
         | to ESTABLISH REL with <of:actor> {established} | to SEVER [its | their] REL with <of:actor> {severed} \
         | to (open | have) ITS MISSION in <of:actor> {opened} | to (join | enter | become a member of) <of:group> {joined} \
         | to (back | support) <of:actor> [(over | in | on) <dispute:dispute>] {backed}",
    ),
    (
        "DID",
        "RECOGNIZED GOV <of:actor> {recognized} | (WITHDREW RECOGNITION | stopped recognizing) <of:actor> {withdrew} \
         | ESTABLISHED REL with <of:actor> {established} | SEVERED [its | their] REL with <of:actor> {severed} \
         | opened ITS MISSION in <of:actor> {opened} | (joined | entered | became members of | was admitted to | were admitted to) <of:group> {joined}",
    ),
    (
        "DO",
        "RECOGNIZE GOV <of:actor> {recognized} | (WITHDRAW RECOGNITION | stop recognizing) <of:actor> {withdrew} \
         | (ESTABLISH | have | maintain) REL with <of:actor> {established} | SEVER [its | their] REL with <of:actor> {severed} \
         | (join | enter) <of:group> {joined}",
    ),
    (
        "DOES",
        "RECOGNIZES GOV <of:actor> {recognized} {now} | (has | maintains) REL with <of:actor> {established} {now}",
    ),
    (
        "VIA",
        "recognition {recognition} | REL {relations} | treaties {co-party} | memberships {membership} | votes {votes} | positions {positions}",
    ),
    (
        "VERDICT",
        "supported {supported} | (fits | fitting) {fits} | contradicted {contradicted} | undecided {undecided} | untested {untested}",
    ),
    ("MORE", "(more than | over) {over} | at least {least} | exactly"),
    ("WHOSE", "(of | for | between | about) <a:actor> [and <b:actor>] | <a:actor> [and <b:actor>] have"),
    // Resolutions.
    ("RESOLUTIONS", "resolutions | resolution | texts | documents"),
    ("ABOUT", "about | on | over | concerning | regarding"),
    (
        "VOTED",
        "voted (for | in favor of) {favour} | voted against {against} | abstained on {abstaining} | (missed the vote on | did not vote on) {absent}",
    ),
    ("VOTE", "vote (for | in favor of) {favour} | vote against {against} | abstain on {abstaining}"),
];
