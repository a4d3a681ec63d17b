//! Records that others refer to: actors, treaties, resolutions, disputes, events and sources.

use super::super::raw::{self, Root, Text};
use super::attest::Sort;
use super::ids::Candidate;
use super::statements::joined;
use super::{Resolver, owned};
use crate::diag::{Code, Diagnostic, FileIx, Location, Origin, PathStep};
use crate::model::{
    Actor, ActorCode, ActorIx, ActorKind, Attestation, Base, Date, Deed, Dispute, DisputeIx, Entity, Event, EventIx,
    Fact, Name, Resolution, ResolutionIx, Source, SourceIx, Statement, Treaty, TreatyIx,
};

/// An actor as written.
enum RawActor<'r> {
    Country(&'r raw::Country<'r>),
    Organization(&'r raw::Organization<'r>),
}

/// What has its id and its handle, and isn't filled in yet.
pub(super) struct Registered<'r> {
    actors: Vec<Candidate<'r, RawActor<'r>>>,
    treaties: Vec<Candidate<'r, &'r raw::Treaty<'r>>>,
    disputes: Vec<Candidate<'r, &'r raw::Dispute<'r>>>,
    sources: Vec<Candidate<'r, &'r raw::Source<'r>>>,
    resolutions: Vec<Candidate<'r, Adopted<'r>>>,
    events: Vec<Candidate<'r, Happened<'r>>>,
    gaps: Vec<(FileIx, &'r [raw::Gap<'r>])>,
    coverage: Vec<(FileIx, &'r raw::Coverage<'r>)>,
}

/// A resolution that is attested, by a body that is known.
struct Adopted<'r> {
    raw: &'r raw::Resolution<'r>,
    by: ActorIx,
    attestations: Vec<Attestation>,
}

/// An event that is attested.
struct Happened<'r> {
    raw: &'r raw::Event<'r>,
    attestations: Vec<Attestation>,
}

impl<'r> Resolver<'r> {
    /// Gives every record its handle. A record that can't stand gets none.
    pub(super) fn register(&mut self, files: &[(FileIx, &'r Root<'r>)]) -> Registered<'r> {
        let (mut actors, mut treaties, mut disputes, mut sources) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (mut resolutions, mut events) = (Vec::new(), Vec::new());
        let (mut gaps, mut coverage) = (Vec::new(), Vec::new());
        for &(file, root) in files {
            let origin = Origin::file(file);
            match root {
                Root::Country(country) => actors.extend(self.own_id(&country.id, RawActor::Country(country), origin)),
                Root::Organization(raw) => actors.extend(self.own_id(&raw.id, RawActor::Organization(raw), origin)),
                Root::Treaty(treaty) => treaties.extend(self.own_id(&treaty.id, treaty, origin)),
                Root::Dispute(dispute) => disputes.extend(self.own_id(&dispute.id, dispute, origin)),
                Root::Sources(raw::Sources(list)) => {
                    for (item, source) in list.iter().enumerate() {
                        sources.extend(self.own_id(&source.id, source, origin.item("", item)));
                    }
                }
                Root::Resolutions(raw::Resolutions(list)) => {
                    resolutions.extend(list.iter().enumerate().map(|(item, raw)| (raw, origin.item("", item))));
                }
                Root::Events(raw::Events(list)) => {
                    events.extend(list.iter().enumerate().map(|(item, raw)| (raw, origin.item("", item))));
                }
                Root::Gaps(raw::Gaps(list)) => gaps.push((file, list.as_slice())),
                Root::Coverage(raw) => coverage.push((file, raw)),
                _ => {}
            }
        }
        let actors = self.admit(actors, |index| Entity::Actor(ActorIx::new(index)));
        let treaties = self.admit(treaties, |index| Entity::Treaty(TreatyIx::new(index)));
        let disputes = self.admit(disputes, |index| Entity::Dispute(DisputeIx::new(index)));
        let sources = self.admit(sources, |index| Entity::Source(SourceIx::new(index)));
        // Resolutions and events are statements themselves: without an attestation they are left out.
        let resolutions = resolutions.into_iter().filter_map(|(raw, origin)| self.adopted(raw, origin)).collect();
        let resolutions = self.admit(resolutions, |index| Entity::Resolution(ResolutionIx::new(index)));
        let events = events.into_iter().filter_map(|(raw, origin)| {
            let attestations = self.attestations(origin, raw.said(), &[], Sort::Event)?;
            self.own_id(&raw.id, Happened { raw, attestations }, origin)
        });
        let events = events.collect();
        let events = self.admit(events, |index| Entity::Event(EventIx::new(index)));
        Registered { actors, treaties, disputes, sources, resolutions, events, gaps, coverage }
    }

    fn adopted(&mut self, raw: &'r raw::Resolution<'r>, origin: Origin) -> Option<Candidate<'r, Adopted<'r>>> {
        let by = self.actor(&raw.by, || origin.field("by"))?;
        let attestations = self.attestations(origin, raw.said(), &[], Sort::Tally)?;
        self.own_id(&raw.id, Adopted { raw, by, attestations }, origin)
    }

    /// Fills the base with what is registered.
    pub(super) fn fill(&mut self, registered: Registered<'r>, base: &mut Base) {
        for candidate in registered.actors {
            self.origins.actors.push(candidate.origin);
            let actor = self.fill_actor(candidate);
            base.actors.push(actor);
        }
        self.part_circles(&mut base.actors);
        for Candidate { id, raw, origin, .. } in registered.treaties {
            self.origins.treaties.push(origin);
            base.treaties.push(Treaty {
                id,
                title: raw.title.as_str().into(),
                aliases: texts(&raw.aliases),
                kind: raw.kind.unwrap_or_default(),
                parties: self.actors(&raw.parties, origin, "parties"),
                about: self.entities(&raw.about, origin, "about"),
                lag: raw.lag,
                note: owned(raw.note.as_ref()),
            });
        }
        for Candidate { id, raw, origin, .. } in registered.disputes {
            self.origins.disputes.push(origin);
            base.disputes.push(Dispute {
                id,
                name: raw.name.as_str().into(),
                aliases: texts(&raw.aliases),
                claimants: self.actors(&raw.claimants, origin, "claimants"),
                note: owned(raw.note.as_ref()),
            });
        }
        for Candidate { id, raw, origin, .. } in registered.sources {
            self.origins.sources.push(origin);
            base.sources.push(Source {
                id,
                title: raw.title.as_str().into(),
                publisher: raw.publisher.as_str().into(),
                date: self.optional_date(raw.date.as_ref(), || origin.field("date")),
                url: owned(raw.url.as_ref()),
                grade: raw.grade,
                kind: raw.kind,
                lang: owned(raw.lang.as_ref()),
                seen: raw
                    .seen
                    .as_ref()
                    .and_then(|text| self.date(text, || origin.value(vec![PathStep::Field("seen")]))),
                copy_of: raw.copy_of.as_ref().and_then(|of| self.source(of, || origin.field("copy_of"))),
                good_for: owned(raw.good_for.as_ref()),
                note: owned(raw.note.as_ref()),
            });
        }
        for (index, candidate) in registered.resolutions.into_iter().enumerate() {
            let resolution = self.fill_resolution(ResolutionIx::new(index), candidate);
            base.resolutions.push(resolution);
        }
        for (index, Candidate { id, text, raw, origin }) in registered.events.into_iter().enumerate() {
            self.origins.events.push(origin);
            let fact = Fact::Event { event: EventIx::new(index) };
            let said = raw.raw.said();
            let statement = Statement::new(joined(["event", text]), fact, raw.attestations);
            let happened = self.push_own(origin, &said, statement);
            base.events.push(Event {
                id,
                name: raw.raw.name.as_str().into(),
                aliases: texts(&raw.raw.aliases),
                at: owned(raw.raw.at.as_ref()),
                dispute: raw.raw.dispute.as_ref().and_then(|text| self.dispute(text, || origin.field("dispute"))),
                happened,
                note: owned(raw.raw.note.as_ref()),
            });
        }
        for (file, list) in registered.gaps {
            self.gaps(file, list, base);
        }
        for (file, raw) in registered.coverage {
            self.coverage(file, raw, base);
        }
    }

    fn fill_actor(&mut self, candidate: Candidate<'r, RawActor<'r>>) -> Actor {
        let Candidate { id, raw, origin, .. } = candidate;
        let (name, kind, names, aliases, demonyms, codes, note) = match raw {
            RawActor::Country(raw) => {
                let kind = ActorKind::Country(raw.class);
                (&raw.name, kind, &raw.names, &raw.aliases, &raw.demonyms[..], &raw.codes, &raw.note)
            }
            RawActor::Organization(raw) => {
                let of = raw.of.as_ref().and_then(|of| self.actor(of, || origin.field("of")));
                let kind = match raw.kind {
                    raw::OrganizationKind::Organization => ActorKind::Organization,
                    raw::OrganizationKind::Body => ActorKind::Body(of),
                    raw::OrganizationKind::Group => ActorKind::Group,
                };
                (&raw.name, kind, &raw.names, &raw.aliases, &[][..], &raw.codes, &raw.note)
            }
        };
        let location = |list, item, field| {
            move || origin.value([PathStep::Field(list), PathStep::Item(item), PathStep::Field(field)])
        };
        let names = names.iter().enumerate().map(|(item, name)| Name {
            text: name.name.as_str().into(),
            kind: name.kind.unwrap_or_default(),
            from: self.optional_date(name.from.as_ref(), location("names", item, "from")),
            until: self.optional_date(name.until.as_ref(), location("names", item, "until")),
            lang: owned(name.lang.as_ref()),
        });
        let names = names.collect();
        let codes = codes.iter().enumerate().map(|(item, code)| ActorCode {
            scheme: code.scheme,
            code: code.code.as_str().into(),
            from: self.optional_date(code.from.as_ref(), location("codes", item, "from")),
            until: self.optional_date(code.until.as_ref(), location("codes", item, "until")),
        });
        let codes = codes.collect();
        Actor {
            id,
            name: name.as_str().into(),
            kind,
            names,
            aliases: texts(aliases),
            demonyms: texts(demonyms),
            codes,
            note: owned(note.as_ref()),
        }
    }

    /// Leaves out whose bodies are that belong to themselves, at once or through others.
    fn part_circles(&mut self, actors: &mut [Actor]) {
        // From which body each was first reached.
        let mut reached: Vec<Option<usize>> = vec![None; actors.len()];
        for start in 0..actors.len() {
            let mut way = Vec::new();
            let mut at = Some(start);
            while let Some(here) = at.filter(|&here| reached[here].is_none()) {
                reached[here] = Some(start);
                way.push(here);
                at = match actors[here].kind {
                    ActorKind::Body(of) => of.map(ActorIx::index),
                    _ => None,
                };
            }
            let Some(back) = at.filter(|&here| reached[here] == Some(start)) else { continue };
            let circle = way.split_off(way.iter().position(|&body| body == back).unwrap_or_default());
            let names: Vec<&str> = circle.iter().chain([&back]).map(|&body| &*actors[body].name).collect();
            let message = format!("a body belongs to itself: {}", names.join(" of "));
            let mut found = Diagnostic::new(Code::BodyOfItself, message);
            for body in circle {
                actors[body].kind = ActorKind::Body(None);
                found = found.at(self.origins.actors[body].field("of"), "left out");
            }
            self.report(found.help_by_code());
        }
    }

    fn fill_resolution(&mut self, ix: ResolutionIx, candidate: Candidate<'r, Adopted<'r>>) -> Resolution {
        let Candidate { id, text, raw: Adopted { raw, by, mut attestations }, origin } = candidate;
        self.origins.resolutions.push(origin);
        // The record's own count is what its first attestation says.
        if let (Some(first), Some(_)) = (attestations.first_mut(), raw.tally)
            && first.tally().is_none()
        {
            first.particulars.get_or_insert_default().tally = raw.tally;
        }
        let statement = Statement::new(joined(["resolution", text]), Fact::Resolution { resolution: ix }, attestations);
        let adopted = self.push_own(origin, &raw.said(), statement);
        let deeds = raw.does.iter().enumerate().map(|(item, deed)| Deed {
            act: deed.act,
            what: deed.what.as_ref().and_then(|what| {
                self.entity(what, || {
                    origin.value([PathStep::Field("does"), PathStep::Item(item), PathStep::Field("what")])
                })
            }),
            words: owned(deed.words.as_ref()),
        });
        let deeds = deeds.collect();
        Resolution {
            id,
            by,
            title: raw.title.as_str().into(),
            symbol: owned(raw.symbol.as_ref()),
            aliases: texts(&raw.aliases),
            deeds,
            about: self.entities(&raw.about, origin, "about"),
            vote: raw.vote.unwrap_or_default(),
            tally: raw.tally,
            adopted,
        }
    }

    fn optional_date(&mut self, text: Option<&Text<'_>>, location: impl Fn() -> Location) -> Option<Date> {
        text.and_then(|text| self.date(text, location))
    }
}

fn texts(list: &[Text<'_>]) -> Vec<Box<str>> {
    list.iter().map(|text| text.as_str().into()).collect()
}
