//! Every request can be worded, and its words are read as that request.

use chancery::ask::{self, Asker, Happening, Moment, Number, Request, State, Time, Unit};
use chancery::model::{
    ActorIx, ActorKind, Asserts, Capacity, Choice, Closed, Counted, CountedAct, Date, DisputeIx, Entity, EventIx,
    Level, RelationsAct, ResolutionIx, TreatyAct, TreatyIx,
};
use chancery::query::{Pick, Projection, Verdict};
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
        (date(), date()).prop_map(|(from, to)| Time::Between(from, to)),
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

fn happening() -> impl Strategy<Value = Happening> {
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
        (pair(), capacity()).prop_map(|((by, of), capacity)| Happening::Recognized { by, of, capacity }),
        pair().prop_map(|(by, of)| Happening::Withdrew { by, of }),
        (actor(), pair()).prop_map(|(by, (from, to))| Happening::Switched { by, from, to }),
        (acts, pair()).prop_map(|(act, (a, b))| Happening::Relations { act, a, b }),
        (mission, pair(), level()).prop_map(|(act, (of, at), level)| Happening::Mission { act, of, at, level }),
        joined().prop_map(|(member, organization)| Happening::Joined { member, organization }),
        joined().prop_map(|(member, organization)| Happening::Left { member, organization }),
        (party, actor(), treaty()).prop_map(|(act, party, treaty)| Happening::Acted { act, party, treaty }),
        (whole, treaty()).prop_map(|(act, treaty)| Happening::Treaty { act, treaty }),
        resolution().prop_map(Happening::Adopted),
        event().prop_map(Happening::Event),
        actor().prop_map(Happening::Began),
        actor().prop_map(Happening::Ended),
    ]
}

fn joined() -> impl Strategy<Value = (ActorIx, ActorIx)> {
    (actor(), group()).prop_filter("two", |(member, organization)| member != organization)
}

fn state() -> impl Strategy<Value = State> {
    prop_oneof![
        pair().prop_map(|(by, of)| State::Recognizes { by, of }),
        pair().prop_map(|(a, b)| State::Mutual(a, b)),
        pair().prop_map(|(by, of)| State::Withholds { by, of }),
        pair().prop_map(|(a, b)| State::Related(a, b)),
        (pair(), level()).prop_map(|((of, at), level)| State::Mission { of, at, level }),
        joined().prop_map(|(member, organization)| State::Member { member, organization }),
        (actor(), treaty()).prop_map(|(party, treaty)| State::Party { party, treaty }),
        treaty().prop_map(State::InForce),
        (pair(), prop::option::of(dispute())).prop_map(|((by, backs), dispute)| State::Backs { by, backs, dispute }),
        pair().prop_map(|(a, b)| State::BackEachOther(a, b)),
        actor().prop_map(State::Exists),
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
fn placed() -> impl Strategy<Value = Request> {
    let day = date().prop_map(|date| Date::of(date.earliest()));
    (1..3000usize, actor(), counted(), prop::option::of(day), prop::option::of(actor())).prop_filter_map(
        "two",
        |(nth, by, counted, on, after)| {
            let counted = Counted { since: None, on: None, ..counted };
            let differ = counted.of != Entity::Actor(by) && (on.is_some() || after.is_some());
            differ.then_some(Request::Placed { nth, by, counted, on, after })
        },
    )
}

fn number() -> impl Strategy<Value = (Number, Time)> {
    let standing = || date().prop_map(Time::On).boxed();
    let ever_or = || prop_oneof![Just(Time::Ever).boxed(), standing()];
    prop_oneof![
        ((actor(), prop::option::of(group())).prop_map(|(of, among)| Number::Recognizers(of, among)), ever_or()),
        (actor().prop_map(Number::RecognizedBy), ever_or()),
        (actor().prop_map(Number::Withdrawals), time()),
        (actor().prop_map(Number::Partners), ever_or()),
        (group().prop_map(Number::Members), ever_or()),
        (treaty().prop_map(Number::Parties), ever_or()),
        (pair().prop_map(|(a, b)| Number::Treaties(vec![a, b])), ever_or()),
        ((prop::option::of(actor()), subject()).prop_map(|(by, about)| Number::Resolutions(by, Some(about))), time()),
        ((resolution(), select(Choice::ALL)).prop_map(|(of, choice)| Number::Votes(of, choice)), Just(Time::Ever)),
        (Just(Number::Countries), ever_or()),
    ]
}

fn request() -> impl Strategy<Value = Request> {
    let picks = prop_oneof![
        Just(Pick::All),
        (1..3000usize).prop_map(Pick::Nth),
        Just(Pick::Last),
        Just(Pick::Withheld),
        Just(Pick::Withdrawn),
    ];
    let some = prop_oneof![Just(Pick::All), (1..3000usize).prop_map(Pick::Nth), Just(Pick::Last)];
    let first = prop_oneof![
        (actor(), capacity(), picks, time()).prop_map(|(of, capacity, pick, time)| {
            let plain = matches!(pick, Pick::Withheld | Pick::Withdrawn);
            Request::Recognitions { of, capacity: capacity.filter(|_| !plain), pick, time }
        }),
        (actor(), time()).prop_map(|(by, time)| Request::RecognizedBy { by, pick: Pick::All, time }),
        actor().prop_map(|by| Request::RecognizedBy { by, pick: Pick::Withheld, time: Time::Ever }),
        (pair(), prop::option::of(any::<bool>()), prop::option::of(group()), on()).prop_map(
            |((of, other), second, among, on)| Request::Recognizers {
                of,
                also: (second == Some(true)).then_some(other),
                not: (second == Some(false)).then_some(other),
                among,
                on,
            }
        ),
        (actor(), group(), on()).prop_map(|(of, among, on)| Request::NonRecognizers { of, among, on }),
        (counted(), some).prop_filter_map("not the plain recognition", |(counted, pick)| {
            let plain = counted.act == CountedAct::Recognized && counted.among.is_none() && counted.except.is_none();
            let withdrawn = counted.act == CountedAct::Withdrawn;
            let listed = withdrawn && pick == Pick::All;
            (!plain && !listed).then_some(Request::Doers { counted, pick })
        }),
        (pair(), time()).prop_map(|((from, to), time)| Request::Switchers { from, to, time }),
        number().prop_map(|(what, time)| Request::HowMany { what, time }),
        happening().prop_map(Request::When),
        (happening(), time()).prop_map(|(what, time)| Request::Did { what, time }),
        (state(), prop_oneof![Just(Moment::Today), Just(Moment::Ever), date().prop_map(Moment::On)])
            .prop_map(|(what, when)| Request::Holds { what, when }),
        claim().prop_map(Request::Test),
        placed(),
    ];
    let units = select(vec![Unit::Days, Unit::Weeks, Unit::Months, Unit::Years]);
    let second = prop_oneof![
        (happening(), happening()).prop_map(|(earlier, later)| Request::Order { earlier, later }),
        (happening(), prop::option::of(happening())).prop_map(|(from, to)| Request::HowLong { from, to }),
        (happening(), happening(), 0..900usize, units).prop_map(|(from, to, count, unit)| Request::Lasted {
            from,
            to,
            count,
            unit
        }),
        (pair(), on()).prop_map(|((a, b), on)| Request::Relations { a, b, on }),
        (date(), date(), prop::collection::vec(actor(), 0..3)).prop_filter_map("in order", |(from, to, actors)| {
            let differ = actors.first() != actors.get(1) || actors.is_empty();
            (from.earliest() < to.latest() && differ).then_some(Request::Changes { from, to, actors })
        }),
        (pair(), 0..3, level(), on()).prop_map(|((of, at), ends, level, on)| Request::Missions {
            of: (ends != 0).then_some(of),
            at: (ends != 1).then_some(at),
            level,
            on,
        }),
        (actor(), on()).prop_map(|(actor, on)| Request::Partners { actor, on }),
        (pair(), any::<bool>(), on())
            .prop_map(|((a, b), both, on)| Request::Treaties { actors: if both { vec![a, b] } else { vec![a] }, on }),
        (treaty(), on()).prop_map(|(treaty, on)| Request::Parties { treaty, on }),
        (prop::option::of(actor()), subject(), time()).prop_map(|(by, about, time)| Request::Resolutions {
            by,
            about: Some(about),
            time
        }),
        (resolution(), prop::option::of(select(Choice::ALL)))
            .prop_map(|(resolution, choice)| Request::RollCall { resolution, choice }),
        (actor(), resolution()).prop_map(|(by, resolution)| Request::Vote { by, resolution }),
        (actor(), select(vec![Choice::Favour, Choice::Against, Choice::Abstaining]), resolution())
            .prop_map(|(by, choice, resolution)| Request::Voted { by, choice, resolution }),
        pair().prop_map(|(a, b)| Request::Agreement { a, b }),
    ];
    let third = prop_oneof![
        (prop::option::of(dispute()), actor(), any::<bool>(), on()).prop_map(|(dispute, actor, by, on)| {
            Request::Positions { dispute, by: by.then_some(actor), backs: (!by).then_some(actor), on }
        }),
        (dispute(), on()).prop_map(|(dispute, on)| Request::Positions {
            dispute: Some(dispute),
            by: None,
            backs: None,
            on
        }),
        prop::option::of(actor()).prop_map(|actor| Request::Reciprocal { actor }),
        (group(), on()).prop_map(|(organization, on)| Request::Members { organization, on }),
        (pair(), any::<bool>(), on()).prop_map(|((a, b), both, on)| Request::Memberships {
            actors: if both { vec![a, b] } else { vec![a] },
            on,
        }),
        (pair(), select(Projection::ALL), on()).prop_map(|((from, to), via, on)| Request::Path { from, to, via, on }),
        (prop::option::of(actor()), on()).prop_map(|(actor, on)| Request::Snapshot { actor, on }),
        (prop::option::of(source()), prop::option::of(select(Verdict::ALL)))
            .prop_map(|(source, verdict)| Request::Claims { source, verdict }),
        happening().prop_map(Request::Evidence),
        (pair(), 0..3usize, date(), date(), any::<bool>()).prop_filter_map(
            "in order",
            |((a, b), number, from, to, round)| {
                let (from, to) = (from.earliest(), to.earliest());
                let actors = [a, b].into_iter().take(number).collect();
                (from <= to).then(|| Request::Anniversaries { actors, from, to, round: round.then_some(5) })
            }
        ),
        (pair(), any::<bool>()).prop_map(|((a, b), both)| Request::Brief(if both { vec![a, b] } else { vec![a] })),
        subject().prop_map(Request::Show),
    ];
    prop_oneof![first, second, third]
}

proptest! {

    #[test]
    fn every_request_is_worded_and_read_back(request in request()) {
        let words = ask::question(&BASE, &request, today());
        let read = ASKER.read(&words);
        let understood = read.map_err(|problem| TestCaseError::fail(format!("{words}: {problem:?}")))?;
        prop_assert_eq!(&understood.request, &request, "{}", words);
        prop_assert!(understood.notes.is_empty(), "{} has no mistake in it", words);
    }

    /// The answer is a sentence that begins with what it says, and the command that is printed under it is one that the program
    /// takes, and answers.
    #[test]
    fn every_request_is_answered_in_a_sentence_and_by_its_command(request in request()) {
        let answer = ask::answer(&BASE, &request, today());
        let sentence = &*answer.sentence;
        // Many scripts have no capitals.
        let opens = sentence.chars().next().is_some_and(|c| !c.is_lowercase());
        prop_assert!(opens && sentence.ends_with(['.', '?', ':']), "{sentence}");
        prop_assert!(!sentence.contains("  ") && !sentence.contains(".."), "{sentence}");
        if let Some(said) = answer.said {
            let begins = if answer.fits { "it fits" } else { said.name() };
            prop_assert!(sentence.to_lowercase().starts_with(begins), "{said:?}: {sentence}");
        }
        let command = ask::command(&BASE, &request, today());
        let words = shlex::split(&command).expect("quotation marks are closed");
        prop_assert_eq!(&*words[0], "chancery");
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
            let words = ask::question(base, &read.request, today());
            let again = asker.read(&words).unwrap_or_else(|problem| panic!("{words}: {problem:?}"));
            assert_eq!(read.request, again.request, "{example} / {words}");
        }
    }
}
