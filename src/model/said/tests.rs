//! How answers combine.

use super::*;

#[test]
fn answers_combine() {
    for a in Said::ALL {
        assert_eq!(a.not().not(), a);
        for b in Said::ALL {
            assert_eq!(a.and(b), b.and(a));
            assert_eq!(a.or(b), b.or(a));
            assert_eq!(a.and(b).not(), a.not().or(b.not()), "{a:?} {b:?}");
            assert!(a.and(b) <= a.or(b));
        }
    }
    assert_eq!(Said::CantTell.and(Said::NotRecorded), Said::NotRecorded);
    assert_eq!(Said::CantTell.or(Said::NotRecorded), Said::NotRecorded);
}

#[test]
fn so_many_of_several() {
    let all = [Said::Yes, Said::Presumably, Said::CantTell, Said::No];
    let expected = [Said::Yes, Said::Yes, Said::Presumably, Said::CantTell, Said::No, Said::No];
    for (count, expected) in expected.into_iter().enumerate() {
        assert_eq!(Said::at_least(count, all), expected, "{count}");
    }
}

mod worlds {
    //! Brute force over what can have happened without anybody recording it: by the definition, day by day.

    use proptest::prelude::*;

    use super::*;
    use crate::model::base::Fresh;
    use crate::model::{Actor, ActorClass, ActorKind, Date, Extent, Mark, Pair, Scope, Slug, Span, Turn};

    /// The days that are asked about.
    const DAYS: std::ops::Range<i32> = 0..14;
    /// The day that counts as today.
    const TODAY: i32 = 12;

    fn day(number: i32) -> Day {
        Day::from_number(number)
    }

    fn actor(id: &str) -> Actor {
        Actor {
            id: Slug::parse(id).expect("an id"),
            name: id.into(),
            kind: ActorKind::Country(ActorClass::Sovereign),
            names: Vec::new(),
            aliases: Vec::new(),
            demonyms: Vec::new(),
            codes: Vec::new(),
            note: None,
        }
    }

    /// A scope: its extent, its first and last day, and whether it is a list of the last alone.
    type Covering = (Extent, i32, i32, bool);

    fn base(scopes: &[Covering], fresh: i32) -> (Base, Matter, [ActorIx; 2]) {
        let parties = [ActorIx::new(0), ActorIx::new(1)];
        let matter = Matter::RelationsBetween(Pair::new(parties[0], parties[1]).expect("two"));
        let scope = |&(extent, first, last, list): &Covering| Scope {
            of: vec![matter],
            extent,
            span: match list {
                true => Span::On(Date::of(day(last))),
                false => Span::Between { from: Date::of(day(first)), through: Date::of(day(last)) },
            },
            sources: Vec::new(),
            note: None,
        };
        let base = Base {
            actors: vec![actor("a"), actor("b")],
            scopes: scopes.iter().map(scope).collect(),
            fresh: Fresh(fresh),
            ..Base::default()
        };
        (base, matter, parties)
    }

    /// Whether it holds on a day by the recorded dates, if all choices of them agree.
    fn holds(course: &Course, at: i32) -> Option<bool> {
        let mut states = course.on(day(at)).iter().map(|may| may.state.holds());
        let first = states.next()??;
        states.all(|other| other == Some(first)).then_some(first)
    }

    /// Whether it hasn't begun on a day, by all that is recorded.
    fn never(course: &Course, at: i32) -> bool {
        course.on(day(at)).iter().all(|may| may.state == State::Never)
    }

    /// The answer by the definition: what every world says, without and with one change that nobody recorded, on a day that the
    /// record doesn't reach.
    fn by_worlds(marks: &[Mark], course: &Course, scopes: &[Covering], fresh: i32, at: i32) -> Said {
        let within =
            |&(_, first, last, list): &Covering, on: i32| (if list { last } else { first }) <= on && on <= last;
        let covered = |on: i32| on <= TODAY && scopes.iter().any(|scope| within(scope, on));
        let complete =
            |on: i32| on <= TODAY && scopes.iter().any(|scope| scope.0 == Extent::Complete && within(scope, on));
        let spoke = (-3..=at).any(|on| scopes.iter().any(|scope| scope.0 == Extent::Complete && within(scope, on)));
        // Decided before the worlds are looked at.
        if marks.is_empty() && !spoke {
            return Said::NotRecorded;
        }
        let Some(is) = holds(course, at) else { return Said::CantTell };
        let none = never(course, at);
        // A survey reaches a day, and its silence attests nothing.
        let covered = |on: i32| if none { complete(on) } else { covered(on) };
        // The days on which it is attested: by acts, by sources, by scopes that speak of it.
        let mut attested: Vec<i32> = Vec::new();
        for mark in marks.iter().filter(|mark| !mark.denied) {
            let (from, to) = (mark.span.0.number().unwrap_or(0), mark.span.1.number().unwrap_or(0));
            let days: &[(i32, bool)] = match mark.turn {
                Turn::Begins(_) => &[(to, true)],
                Turn::Ends => &[(from - 1, true), (to, false)],
                Turn::Attests => &[(if holds(course, from) == Some(true) { from } else { to }, true)],
                Turn::AttestsNone => &[(if holds(course, from) == Some(false) { from } else { to }, false)],
                _ => &[],
            };
            attested.extend(days.iter().filter(|(on, held)| holds(course, *on) == Some(*held)).map(|(on, _)| *on));
        }
        if none {
            attested.clear();
        }
        // A survey attests whom it lists, and an absence that had begun by its last day.
        let absent: Vec<i32> = attested.iter().copied().filter(|&on| holds(course, on) == Some(false)).collect();
        let listed = |scope: &Covering, on: i32| {
            is || scope.0 == Extent::Complete || holds(course, on) == Some(true) || absent.iter().any(|&a| a <= scope.2)
        };
        let tells = |on: i32| on <= TODAY && scopes.iter().any(|scope| within(scope, on) && listed(scope, on));
        attested.extend((-3..=TODAY).filter(|&on| {
            let told = if none { complete(on) } else { tells(on) };
            told && holds(course, on).is_some() && never(course, on) == none
        }));
        // No change is recorded from the one day to the other.
        let same =
            |from: i32, to: i32| (from..=to).all(|on| holds(course, on) == Some(is) && never(course, on) == none);
        let reached = |on: i32| {
            let before = |back: i32| attested.iter().any(|&a| a <= on && on - a <= back && same(a, on));
            let after = attested.iter().any(|&a| on <= a && same(on, a));
            on <= TODAY && (covered(on) || before(fresh) || before(i32::MAX / 2) && after)
        };
        // A change on an unreached day that nothing attested contradicts, and that lasts to the day.
        let changes = |on: &i32| {
            let contradicted = attested.iter().any(|&a| *on <= a && same((*on).min(at), a));
            !reached(*on) && same(*on, at) && !contradicted
        };
        // Of what hadn't begun a whole stay may have gone unrecorded, before a day on which it wasn't there.
        // What no act or source attests up to the day began, or ended, on a day that nobody recorded.
        let since = covered(at) || attested.iter().any(|&a| a <= at && same(a, at));
        let open = if none { !reached(at) } else { !since || (-3..=at).any(|on| changes(&on)) || at > TODAY };
        match (is, open) {
            (true, false) => Said::Yes,
            (true, true) => Said::Presumably,
            (false, false) => Said::No,
            (false, true) => Said::PresumablyNot,
        }
    }

    fn marks() -> impl Strategy<Value = Vec<Mark>> {
        let turn = prop_oneof![
            3 => Just(Turn::Begins(None)),
            3 => Just(Turn::Ends),
            2 => Just(Turn::Attests),
            1 => Just(Turn::AttestsNone),
        ];
        prop::collection::vec((turn, 0..11i32, prop_oneof![3 => Just(0), 1 => 0..3i32]), 0..4).prop_map(|raw| {
            let one = |(nth, (turn, from, length)): (usize, (Turn, i32, i32))| Mark {
                by: StatementIx::new(nth),
                span: (day(from), day(from + length)),
                turn,
                denied: false,
                after: None,
            };
            raw.into_iter().enumerate().map(one).collect()
        })
    }

    fn covering() -> impl Strategy<Value = Vec<Covering>> {
        let extent = prop_oneof![Just(Extent::Complete), Just(Extent::Surveyed)];
        let one = (extent, 0..10i32, 0..4i32, any::<bool>())
            .prop_map(|(extent, first, length, list)| (extent, first, (first + length).min(TODAY), list));
        prop::collection::vec(one, 0..3)
    }

    fn said(marks: &[Mark], scopes: &[Covering], fresh: i32, at: i32) -> Said {
        let (base, matter, parties) = base(scopes, fresh);
        known(&base, &Course::of(marks), &parties, matter, AsOf::of(day(at), day(TODAY))).said
    }

    proptest! {
        #[test]
        fn an_answer_is_what_every_world_says(marks in marks(), scopes in covering(), fresh in 0..4i32) {
            let course = Course::of(&marks);
            for at in DAYS {
                let expected = by_worlds(&marks, &course, &scopes, fresh, at);
                prop_assert_eq!(said(&marks, &scopes, fresh, at), expected, "day {} of {:?}, {:?}, {}", at, marks, scopes, fresh);
            }
        }

        /// Between the days on which it can turn, what is known stays the same: a count over time asks on those days alone.
        #[test]
        fn what_is_known_turns_on_few_days(marks in marks(), scopes in covering(), fresh in 0..4i32) {
            let (base, matter, _) = base(&scopes, fresh);
            let mut turns = turning_days(&base, &Course::of(&marks), matter);
            turns.push(day(TODAY + 1));
            for at in DAYS.start + 1..DAYS.end {
                if !turns.contains(&day(at)) {
                    let [before, after] = [at - 1, at].map(|at| said(&marks, &scopes, fresh, at));
                    prop_assert_eq!(before, after, "day {} of {:?}", at, marks);
                }
            }
        }

        #[test]
        fn more_attested_days_never_make_yes_less(marks in marks(), on in 0..TODAY, fresh in 0..4i32) {
            let attests = Mark { by: StatementIx::new(9), span: (day(on), day(on)), turn: Turn::Attests, denied: false, after: None };
            let more: Vec<Mark> = marks.iter().copied().chain([attests]).collect();
            for at in DAYS {
                let (before, after) = (said(&marks, &[], fresh, at), said(&more, &[], fresh, at));
                // What the day contradicts isn't yes by the same record any more.
                if before == Said::Yes && holds(&Course::of(&marks), on) == Some(true) {
                    prop_assert_eq!(after, Said::Yes, "day {} of {:?} with {}", at, marks, on);
                }
            }
        }

        #[test]
        fn a_wider_scope_never_makes_no_unrecorded(marks in marks(), scopes in covering(), wider in 1..4i32) {
            let wide: Vec<Covering> =
                scopes.iter().map(|&(extent, first, last, list)| {
                    // A list of another day is another list.
                    if list { (extent, first, last, list) } else { (extent, first - wider, (last + wider).min(TODAY), list) }
                }).collect();
            for at in DAYS {
                if said(&marks, &scopes, 0, at) == Said::No {
                    prop_assert!(said(&marks, &wide, 0, at) != Said::NotRecorded, "day {} of {:?}", at, marks);
                }
            }
        }
    }
}
