//! Every question can be worded, and its words are read as that question.

use chancery::ask::{self, Asker};
use chancery::form::{Act, Pattern, Pick, Question, Set, Slot, State, Time, Unit, What};
use chancery::model::{
    ActorIx, ActorKind, Asserts, Capacity, Choice, Closed, Counted, CountedAct, Date, DisputeIx, Entity, EventIx,
    Level, Projection, RelationsAct, ResolutionIx, TreatyAct, TreatyIx, Verdict,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{ASKER, BASE, today};
use crate::bases::{carried_miniature, dataset};
use crate::program::run_with;

fn entities<T: Copy + std::fmt::Debug + 'static>(of: fn(Entity) -> Option<T>) -> impl Strategy<Value = T> {
    let all: Vec<T> = BASE.records().filter_map(of).collect();
    any::<Index>().prop_map(move |index| all[index.index(all.len())])
}

fn actor() -> impl Strategy<Value = ActorIx> {
    entities(|entity| match entity {
        Entity::Actor(ix) if BASE[ix].kind != ActorKind::Group => Some(ix),
        _ => None,
    })
}

fn group() -> impl Strategy<Value = ActorIx> {
    entities(|entity| match entity {
        Entity::Actor(ix) if matches!(BASE[ix].kind, ActorKind::Group | ActorKind::Organization) => Some(ix),
        _ => None,
    })
}

fn pair() -> impl Strategy<Value = (ActorIx, ActorIx)> {
    (actor(), actor()).prop_filter("two", |(a, b)| a != b)
}

fn treaty() -> impl Strategy<Value = TreatyIx> {
    entities(|entity| if let Entity::Treaty(ix) = entity { Some(ix) } else { None })
}

fn resolution() -> impl Strategy<Value = ResolutionIx> {
    entities(|entity| if let Entity::Resolution(ix) = entity { Some(ix) } else { None })
}

fn dispute() -> impl Strategy<Value = DisputeIx> {
    entities(|entity| if let Entity::Dispute(ix) = entity { Some(ix) } else { None })
}

fn event() -> impl Strategy<Value = EventIx> {
    entities(|entity| if let Entity::Event(ix) = entity { Some(ix) } else { None })
}

fn subject() -> impl Strategy<Value = Entity> {
    entities(|entity| (!matches!(entity, Entity::Source(_) | Entity::Claim(_))).then_some(entity))
}

fn source() -> impl Strategy<Value = chancery::model::SourceIx> {
    entities(|entity| if let Entity::Source(ix) = entity { Some(ix) } else { None })
}

fn date() -> impl Strategy<Value = Date> {
    (1000..2900i32, 1..=12u32, 1..=28u32, 0..3).prop_map(|(year, month, day, depth)| {
        let text = match depth {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        Date::parse(&text).expect("a date")
    })
}

fn time() -> impl Strategy<Value = Time> {
    prop_oneof![
        Just(Time::Ever),
        date().prop_map(Time::On),
        date().prop_map(Time::Before),
        date().prop_map(Time::After),
        date().prop_map(Time::By),
        date().prop_map(Time::Since),
        (date(), date()).prop_map(|(from, to)| {
            let (from, to) = if from.earliest() <= to.earliest() { (from, to) } else { (to, from) };
            Time::Between(from, to)
        }),
    ]
}

fn on() -> impl Strategy<Value = Option<Date>> {
    prop::option::of(date())
}

fn level() -> impl Strategy<Value = Option<Level>> {
    prop::option::of(select(Level::ALL).prop_filter("sent", |level| *level != Level::NonResident))
}

fn capacity() -> impl Strategy<Value = Option<Capacity>> {
    prop::option::of(Just(Capacity::Government))
}

fn happening() -> impl Strategy<Value = Act<ActorIx>> {
    let acts =
        select(vec![RelationsAct::Established, RelationsAct::Severed, RelationsAct::Suspended, RelationsAct::Resumed]);
    let mission = select(vec![RelationsAct::MissionOpened, RelationsAct::MissionClosed]);
    let party = prop::option::of(select(vec![
        TreatyAct::Signed,
        TreatyAct::Ratified,
        TreatyAct::Accepted,
        TreatyAct::Approved,
        TreatyAct::Acceded,
        TreatyAct::Succeeded,
        TreatyAct::Denounced,
        TreatyAct::Withdrawn,
    ]));
    let whole = select(vec![TreatyAct::Signed, TreatyAct::Adopted, TreatyAct::EnteredIntoForce, TreatyAct::Terminated]);
    prop_oneof![
        (pair(), capacity()).prop_map(|((by, of), capacity)| Act::Recognized { by, of, capacity, form: None }),
        pair().prop_map(|(by, of)| Act::Withdrew { by, of }),
        (actor(), pair()).prop_map(|(by, (from, to))| Act::Switched { by, from, to }),
        (acts, pair()).prop_map(|(act, (a, b))| Act::Relations { act, a, b }),
        (mission, pair(), level()).prop_map(|(act, (of, at), level)| Act::Mission { act, of, at, level }),
        joined().prop_map(|(member, organization)| Act::Joined { member, organization }),
        joined().prop_map(|(member, organization)| Act::Left { member, organization }),
        (party, actor(), treaty()).prop_map(|(act, party, treaty)| Act::Acted { act, party, treaty }),
        (whole, treaty()).prop_map(|(act, treaty)| Act::Treaty { act, treaty }),
        resolution().prop_map(|ix| Act::Adopted { by: BASE[ix].by, about: None, resolution: Some(ix) }),
        event().prop_map(|event| Act::Event { event }),
        actor().prop_map(|actor| Act::Began { actor }),
        actor().prop_map(|actor| Act::Ended { actor }),
    ]
}

fn joined() -> impl Strategy<Value = (ActorIx, ActorIx)> {
    (actor(), group()).prop_filter("two", |(member, organization)| member != organization)
}

fn state() -> impl Strategy<Value = State<ActorIx>> {
    prop_oneof![
        pair().prop_map(|(by, of)| State::Recognizes { by, of }),
        pair().prop_map(|(a, b)| State::EachOther { a, b }),
        pair().prop_map(|(by, of)| State::Withholds { by, of }),
        pair().prop_map(|(a, b)| State::Related { a, b }),
        (pair(), level()).prop_map(|((of, at), level)| State::Mission { of, at, level }),
        joined().prop_map(|(member, organization)| State::Member { member, organization }),
        (actor(), treaty()).prop_map(|(party, treaty)| State::Party { party, treaty: Some(treaty) }),
        treaty().prop_map(|treaty| State::InForce { treaty }),
        (pair(), prop::option::of(dispute())).prop_map(|((by, backs), dispute)| State::Backs { by, backs, dispute }),
        pair().prop_map(|(a, b)| State::BackEachOther { a, b }),
        actor().prop_map(|actor| State::Exists { actor }),
    ]
}

/// What is counted, by the acts that the grammar has, within the days of a time.
fn counted() -> impl Strategy<Value = Counted> {
    let acts = select(vec![
        CountedAct::Recognized,
        CountedAct::Withdrawn,
        CountedAct::Established,
        CountedAct::Severed,
        CountedAct::MissionOpened,
        CountedAct::Joined,
    ]);
    let day = || date().prop_map(|date| Date::of(date.earliest()));
    let limits = (prop::option::of(group()), prop::option::of(group()), capacity(), level());
    (acts, (actor(), group()), limits, prop::option::of(day()), prop::option::of(day())).prop_map(
        |(act, (actor, group), (among, except, capacity, level), since, on)| Counted {
            act,
            of: Entity::Actor(if act == CountedAct::Joined { group } else { actor }),
            among,
            except: except.filter(|_| among.is_none()),
            form: None,
            capacity: capacity.filter(|_| act == CountedAct::Recognized),
            level: level.filter(|_| act == CountedAct::MissionOpened),
            over: None,
            since,
            on,
        },
    )
}

fn claim() -> impl Strategy<Value = Asserts> {
    let who = || (actor(), counted()).prop_filter("two", |(by, counted)| counted.of != Entity::Actor(*by));
    prop_oneof![
        (1..3000usize, who()).prop_map(|(nth, (by, counted))| Asserts::Nth { nth, by, counted }),
        who().prop_map(|(by, counted)| Asserts::Last { by, counted }),
        (who(), any::<bool>()).prop_map(|((by, counted), still)| {
            let lasts = matches!(counted.act, CountedAct::Recognized | CountedAct::Established);
            Asserts::Only { by, still: still && lasts, counted }
        }),
        who().prop_map(|(by, counted)| Asserts::OnlyWithout { by, counted }),
        who()
            .prop_map(|(by, counted)| Asserts::Never { by, counted: Counted { among: None, except: None, ..counted } }),
    ]
}

/// A place with the day of the act, and who came before.
fn placed() -> impl Strategy<Value = Question> {
    let day = date().prop_map(|date| Date::of(date.earliest()));
    (1..3000usize, actor(), counted(), prop::option::of(day), prop::option::of(actor())).prop_filter_map(
        "two",
        |(nth, by, counted, on, after)| {
            let counted = Counted { since: None, on: None, ..counted };
            let differ = counted.of != Entity::Actor(by) && (on.is_some() || after.is_some());
            differ.then_some(Question::Placed { nth, by, counted, on, after })
        },
    )
}

/// What holds, with holes, on a day or today.
fn holding(state: impl Strategy<Value = State<Slot>> + 'static) -> impl Strategy<Value = Pattern> {
    (state, on()).prop_map(|(state, on)| Pattern::state(state).at(Time::on(on)))
}

fn recognizes(by: Set, of: ActorIx) -> State<Slot> {
    State::Recognizes { by: Slot::Asked(by), of: Slot::Is(of) }
}

fn resolutions() -> impl Strategy<Value = Pattern> {
    (prop::option::of(actor()), subject(), time()).prop_map(|(by, about, time)| {
        let by = by.map_or(Slot::Some(Set::Anybody), Slot::Is);
        Pattern::act(Act::Adopted { by, about: Some(about), resolution: None }).at(time)
    })
}

fn number() -> impl Strategy<Value = Pattern> {
    let two = |(a, b)| State::Party { party: Slot::Each(vec![a, b]), treaty: None };
    prop_oneof![
        holding((actor(), prop::option::of(group())).prop_map(|(of, among)| recognizes(Set::members(among), of))),
        holding(actor().prop_map(|by| State::Recognizes { by: Slot::Is(by), of: Slot::WHO })),
        (actor(), time())
            .prop_map(|(of, time)| { Pattern::act(Act::Withdrew { by: Slot::WHO, of: Slot::Is(of) }).at(time) }),
        holding(actor().prop_map(|a| State::Related { a: Slot::Is(a), b: Slot::WHO })),
        holding(group().prop_map(|of| State::Member { member: Slot::WHO, organization: Slot::Is(of) })),
        holding(treaty().prop_map(|treaty| State::Party { party: Slot::WHO, treaty: Some(treaty) })),
        (pair().prop_map(two), on())
            .prop_map(|(state, on)| { Pattern::state(state).at(on.map_or(Time::Ever, Time::On)) }),
        resolutions(),
        (resolution(), select(Choice::ALL)).prop_map(|(resolution, choice)| {
            Pattern::act(Act::Voted { by: Slot::WHO, choice: Some(choice), resolution })
        }),
        holding(Just(State::Exists { actor: Slot::WHO })),
    ]
}

/// Who did it, in an order.
fn doers() -> impl Strategy<Value = Question> {
    let picks = prop_oneof![Just(Pick::All), (1..3000usize).prop_map(Pick::Nth), Just(Pick::Last)];
    (counted(), picks, time()).prop_map(|(counted, pick, time)| {
        let of = Pattern::counted(&counted).expect("it can be done to an actor");
        Question::Which { of: of.at(time), pick }
    })
}

/// Who recognizes somebody, and somebody else, or not somebody else.
fn recognizers() -> impl Strategy<Value = Question> {
    (pair(), prop::option::of(any::<bool>()), prop::option::of(group()), on()).prop_map(
        |((of, other), second, among, on)| {
            let time = Time::on(on);
            let others = Set::That(Box::new(Pattern::state(recognizes(Set::Anybody, other)).at(time.clone())));
            let who = Set::members(among);
            let who = match second {
                Some(true) => who.and(others),
                Some(false) => who.but_not(others),
                None => who,
            };
            Question::which(Pattern::state(recognizes(who, of)).at(time))
        },
    )
}

fn listed() -> impl Strategy<Value = Question> {
    let withholds = |by: Slot, of: Slot| State::Withholds { by, of };
    let first = prop_oneof![
        (actor(), time()).prop_map(move |(of, time)| { Pattern::state(withholds(Slot::WHO, Slot::Is(of))).at(time) }),
        (actor(), time()).prop_map(|(by, time)| {
            Pattern::act(Act::Recognized { by: Slot::Is(by), of: Slot::WHO, capacity: None, form: None }).at(time)
        }),
        actor().prop_map(move |by| Pattern::state(withholds(Slot::Is(by), Slot::WHO)).at(Time::Ever)),
        holding(
            (actor(), group()).prop_map(|(of, among)| State::DoesntRecognize {
                by: Slot::Asked(Set::Members(among)),
                of: Slot::Is(of)
            })
        ),
        (pair(), time()).prop_map(|((from, to), time)| {
            Pattern::act(Act::Switched { by: Slot::WHO, from: Slot::Is(from), to: Slot::Is(to) }).at(time)
        }),
        holding((pair(), 0..3, level()).prop_map(|((of, at), ends, level)| State::Mission {
            of: if ends == 0 { Slot::WHO } else { Slot::Is(of) },
            at: if ends == 1 { Slot::WHO } else { Slot::Is(at) },
            level,
        })),
        holding(actor().prop_map(|a| State::Related { a: Slot::Is(a), b: Slot::WHO })),
    ];
    let treaties = |((a, b), both): ((ActorIx, ActorIx), bool)| State::Party {
        party: if both { Slot::Each(vec![a, b]) } else { Slot::Is(a) },
        treaty: None,
    };
    let positions = prop_oneof![
        (prop::option::of(dispute()), actor(), any::<bool>()).prop_map(|(dispute, actor, by)| State::Backs {
            by: Slot::named(by.then_some(actor)),
            backs: Slot::named((!by).then_some(actor)),
            dispute,
        }),
        dispute().prop_map(|dispute| State::Backs { by: Slot::WHO, backs: Slot::WHO, dispute: Some(dispute) }),
    ];
    let ever_or_on = || prop_oneof![Just(Time::Ever), Just(Time::Today), date().prop_map(Time::On)];
    let second = prop_oneof![
        ((pair(), any::<bool>()).prop_map(treaties), ever_or_on())
            .prop_map(|(state, time)| Pattern::state(state).at(time)),
        holding(treaty().prop_map(|treaty| State::Party { party: Slot::WHO, treaty: Some(treaty) })),
        resolutions(),
        (resolution(), prop::option::of(select(Choice::ALL)))
            .prop_map(|(resolution, choice)| { Pattern::act(Act::Voted { by: Slot::WHO, choice, resolution }) }),
        (actor(), resolution())
            .prop_map(|(by, resolution)| { Pattern::act(Act::Voted { by: Slot::Is(by), choice: None, resolution }) }),
        (positions, on()).prop_map(|(state, on)| Pattern::state(state).at(on.map_or(Time::Ever, Time::On))),
        prop::option::of(actor()).prop_map(|actor| {
            let a = Slot::named(actor);
            Pattern::state(State::BackEachOther { a, b: Slot::WHO }).at(Time::Ever)
        }),
        holding(group().prop_map(|of| State::Member { member: Slot::WHO, organization: Slot::Is(of) })),
        holding((pair(), any::<bool>()).prop_map(|((a, b), both)| State::Member {
            member: if both { Slot::Each(vec![a, b]) } else { Slot::Is(a) },
            organization: Slot::WHO,
        })),
    ];
    prop_oneof![first, second].prop_map(Question::which)
}

fn question() -> impl Strategy<Value = Question> {
    let whether = prop_oneof![
        (happening(), time()).prop_map(|(act, time)| (What::Act(act), time)),
        (state(), prop_oneof![Just(Time::Today), Just(Time::Ever), date().prop_map(Time::On)])
            .prop_map(|(state, time)| (What::State(state), time)),
        (actor(), select(vec![Choice::Favour, Choice::Against, Choice::Abstaining]), resolution()).prop_map(
            |(by, choice, resolution)| (What::Act(Act::Voted { by, choice: Some(choice), resolution }), Time::Ever)
        ),
    ];
    let first = prop_oneof![
        doers(),
        recognizers(),
        listed(),
        number().prop_map(Question::HowMany),
        happening().prop_map(Question::When),
        whether.prop_map(|(what, time)| Question::Whether { what, time }),
        claim().prop_map(Question::Claim),
        placed(),
    ];
    let units = select(vec![Unit::Days, Unit::Weeks, Unit::Months, Unit::Years]);
    let second = prop_oneof![
        (happening(), happening()).prop_map(|(earlier, later)| Question::Order { earlier, later }),
        (happening(), prop::option::of(happening())).prop_map(|(from, to)| Question::HowLong { from, to }),
        (happening(), happening(), 0..900usize, units).prop_map(|(from, to, count, unit)| Question::Lasted {
            from,
            to,
            count,
            unit
        }),
        (pair(), on()).prop_map(|((a, b), on)| Question::Relations { a, b, on }),
        (date(), date(), prop::collection::vec(actor(), 0..3)).prop_filter_map("in order", |(from, to, actors)| {
            let differ = actors.first() != actors.get(1) || actors.is_empty();
            (from.earliest() < to.latest() && differ).then_some(Question::Changes { from, to, actors })
        }),
        pair().prop_map(|(a, b)| Question::Agreement { a, b }),
        (pair(), select(Projection::ALL), on()).prop_map(|((from, to), via, on)| Question::Path { from, to, via, on }),
        (prop::option::of(actor()), on()).prop_map(|(actor, on)| Question::Snapshot { actor, on }),
        (prop::option::of(source()), prop::option::of(select(Verdict::ALL)))
            .prop_map(|(source, verdict)| Question::Claims { source, verdict }),
        happening().prop_map(Question::Evidence),
        (pair(), 0..3usize, date(), date(), any::<bool>()).prop_filter_map(
            "in order",
            |((a, b), number, from, to, round)| {
                let (from, to) = (from.earliest(), to.earliest());
                let actors = [a, b].into_iter().take(number).collect();
                (from <= to).then(|| Question::Anniversaries { actors, from, to, round: round.then_some(5) })
            }
        ),
        (pair(), any::<bool>()).prop_map(|((a, b), both)| Question::Brief(if both { vec![a, b] } else { vec![a] })),
        subject().prop_map(Question::Show),
    ];
    prop_oneof![2 => first, 1 => second]
}

proptest! {

    #[test]
    fn every_question_is_worded_and_read_back(question in question()) {
        let words = ask::question(&BASE, &question, today());
        let read = ASKER.read(&words);
        let understood = read.map_err(|problem| TestCaseError::fail(format!("{words}: {problem:?}")))?;
        prop_assert_eq!(&understood.form, &question, "{}", words);
        prop_assert!(understood.notes.is_empty(), "{} has no mistake in it", words);
    }

    /// The answer is a sentence that begins with what it says, and the command that is printed under it is one that the program
    /// takes, and answers.
    #[test]
    fn every_question_is_answered_in_a_sentence_and_by_its_command(question in question()) {
        let answer = ask::answer(&BASE, &question, today());
        let sentence = &*answer.sentence;
        // Many scripts have no capitals.
        let opens = sentence.chars().next().is_some_and(|c| !c.is_lowercase());
        prop_assert!(opens && sentence.ends_with(['.', '?', ':']), "{sentence}");
        prop_assert!(!sentence.contains("  ") && !sentence.contains(".."), "{sentence}");
        if let Some(said) = answer.said {
            let begins = if answer.fits { "it fits" } else { said.name() };
            prop_assert!(sentence.to_lowercase().starts_with(begins), "{said:?}: {sentence}");
        }
        let command = ask::command(&BASE, &question, today());
        let words = shlex::split(&command).expect("quotation marks are closed");
        let again = chancery::cli::question(&BASE, words.iter().map(|word| &**word), today());
        prop_assert_eq!(again.as_ref(), Some(&question), "{}", command);
        let on = if command.contains("--today") { Vec::new() } else { vec!["--today".to_owned(), today().to_string()] };
        let ended = run_with(carried_miniature(), &words[1..].iter().chain(&on).collect::<Vec<_>>());
        prop_assert!(matches!(ended.code, Some(0 | 1 | 3)) && !ended.out.is_empty(), "{command}: {ended:?}");
    }
}

/// The examples of the grammar name real countries: they are read in their own set of data.
#[test]
fn examples_are_read_by_their_own_rule_and_worded_back() {
    let base = &dataset().base;
    let asker = Asker::new(base, today());
    for (_, examples) in ask::examples() {
        for example in examples {
            let read = asker.read(example).unwrap_or_else(|problem| panic!("{example}: {problem:?}"));
            let words = ask::question(base, &read.form, today());
            let again = asker.read(&words).unwrap_or_else(|problem| panic!("{words}: {problem:?}"));
            assert_eq!(read.form, again.form, "{example} / {words}");
        }
    }
}

/// Over every question that the judge asks of the data set: the command under its answer is read as the same question, and so are its
/// canonical words.
#[test]
fn commands_and_canonical_words_ask_the_same() {
    let base = &dataset().base;
    let asker = Asker::new(base, today());
    let text = std::fs::read_to_string("tests/answers/questions.txt").expect("the judge's questions");
    let asked: Vec<Vec<String>> =
        text.lines().filter(|line| line.starts_with("ask ")).filter_map(shlex::split).collect();
    let mut understood = 0;
    for words in &asked {
        let Ok(read) = asker.read(&words[1..].join(" ")) else { continue };
        understood += 1;
        let command = ask::command(base, &read.form, today());
        let line = shlex::split(&command).expect("quotation marks are closed");
        let again = chancery::cli::question(base, line.iter().map(|word| &**word), today());
        assert_eq!(again.as_ref(), Some(&read.form), "{words:?}: {command}");
        let canonical = ask::question(base, &read.form, today());
        let back = asker.read(&canonical).map(|back| back.form);
        assert_eq!(back.as_ref().ok(), Some(&read.form), "{words:?}: {canonical}");
    }
    assert!(understood > 400, "only {understood} of {}", asked.len());
}
