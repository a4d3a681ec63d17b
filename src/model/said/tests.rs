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
