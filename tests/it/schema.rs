//! The JSON Schemas of the published documents: they can fail, require what others rely on, and agree with the program. That the
//! documents keep to them is held in `documents.rs`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use boon::{Compiler, SchemaIndex, Schemas};
use chancery::export::v2;
use chancery::form::Pick;
use chancery::load::{self, SourceFile};
use chancery::model::{self, Closed, Date};
use chancery::query::{self, RecordKind};
use serde_json::{Value, json};

use crate::bases::{miniature, today};

/// The compiled schemas of all documents.
struct Judge {
    schemas: Schemas,
    compiled: Vec<(&'static str, SchemaIndex)>,
}

static JUDGE: LazyLock<Judge> = LazyLock::new(|| {
    let mut compiler = Compiler::new();
    let mut schemas = Schemas::new();
    let place = |name: &str| format!("chancery:///{}.json", name.trim_start_matches("chancery."));
    for (name, text) in v2::SCHEMAS {
        compiler
            .add_resource(&place(name), closed(serde_json::from_str(text).expect("a schema is JSON")))
            .expect("a new place");
    }
    let compiled = v2::SCHEMAS
        .iter()
        .map(|(name, _)| (*name, compiler.compile(&place(name), &mut schemas).expect("a schema compiles")))
        .collect();
    Judge { schemas, compiled }
});

/// The published schemas are open, because fields may be added; here nothing else may stand in a document, so that
/// a field that they don't describe is noticed.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(fields) => {
            if fields.contains_key("properties") {
                fields.entry("additionalProperties").or_insert(json!(false));
            }
            fields.values_mut().for_each(|inner| *inner = closed(inner.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = closed(item.take())),
        _ => {}
    }
    schema
}

impl Judge {
    /// What is wrong with a document by the schema that it names.
    fn judge(&self, document: &Value) -> Result<(), String> {
        let named = document["schema"].as_str().unwrap_or_default();
        let (_, index) = self.compiled.iter().find(|(name, _)| *name == named).ok_or("it names no schema")?;
        self.schemas.validate(document, *index).map_err(|error| format!("{error:#}"))
    }
}

/// A document is of this shape, and every date in it is one.
pub(crate) fn check(shape: &str, document: &Value) {
    assert_eq!(document["schema"], shape);
    if let Err(error) = JUDGE.judge(document) {
        panic!("{error}\n{document:#}");
    }
    each_date(document, &mut |text| {
        assert!(Date::parse(text).is_ok() || text == "../..", "{text:?} is no date in {document:#}");
    });
}

/// A document isn't of the shape that it names.
fn check_refused(why: &str, document: &Value) {
    assert!(JUDGE.judge(document).is_err(), "{why}: {document:#}");
}

fn each_date(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::Object(fields) => {
            for (field, value) in fields {
                match value {
                    Value::String(text) if matches!(field.as_str(), "date" | "earliest" | "latest" | "on" | "from") => {
                        visit(text);
                    }
                    _ => each_date(value, visit),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| each_date(item, visit)),
        _ => {}
    }
}

#[test]
fn diagnostics_of_broken_files() {
    let file =
        |path: &str, text: &'static str| SourceFile { path: path.into(), root: String::new(), text: text.into() };
    let files = vec![
        file("dataset.ron", "Dataset(name: \"Broken\", version: \"0\", format: 2)"),
        file("countries/a.ron", "Country(id: \"a\", name: \"A\", class: Sovereign, capitol: \"B\")"),
        file(
            "recognitions/a.ron",
            "Recognitions(of: \"a\", acts: [(by: \"b\", on: \"1991-02-30\", sources: [\"s\"])])",
        ),
        file("countries/b.ron", "Country(id: \"b"),
    ];
    let loaded = load::load(files, Vec::new());
    assert!(loaded.diagnostics.len() >= 3, "{:?}", loaded.diagnostics);
    check("chancery.v2/diagnostics", &v2::diagnostics(&loaded.locate(&loaded.diagnostics)));
    check("chancery.v2/diagnostics", &v2::diagnostics(&[]));
}

/// A document of the miniature world, to be spoilt.
fn recognitions_of_karvelia() -> Value {
    let base = miniature();
    let karvelia = crate::bases::actor(base, "karvelia");
    let request = query::RecognitionsRequest::of(karvelia, today()).pick(Pick::Nth(2));
    v2::recognitions(base, &query::recognitions(base, &request))
}

#[test]
fn spoilt_documents_are_refused() {
    let good = recognitions_of_karvelia();
    check("chancery.v2/recognitions", &good);
    let spoilt = |pointer: &str, value: Value| {
        let mut document = good.clone();
        *document.pointer_mut(pointer).unwrap_or_else(|| panic!("{pointer} is there")) = value;
        document
    };
    for (why, document) in [
        ("an unknown form", spoilt("/acts/0/form", json!("tacit"))),
        ("a name for an id", spoilt("/acts/0/by/id", json!("Özmara"))),
        ("a date in words", spoilt("/acts/0/date", json!("11 December 1991"))),
        ("a month for a day", spoilt("/acts/0/earliest", json!("1991-12"))),
        ("a place from 0", spoilt("/acts/0/place/least", json!(0))),
        ("a word for a boolean", spoilt("/acts/0/contested", json!("no"))),
        ("an unknown rank", spoilt("/acts/0/attestations/0/rank", json!("best"))),
        ("no source", spoilt("/acts/0/attestations/0/sources", json!([]))),
        ("another shape", spoilt("/schema", json!("chancery.v2/relations"))),
        ("no shape", spoilt("/schema", json!("chancery.v1/recognitions"))),
    ] {
        check_refused(why, &document);
    }
    let mut more = good.clone();
    more["acts"][0]["date_in_words"] = json!("11 December 1991");
    check_refused("a field that the schema doesn't know", &more);
}

/// Whoever publishes another shape adds its documents to the tests: those of `documents.rs`, but for the ones that are named here.
#[test]
fn every_shape_is_tried() {
    let shapes: Vec<&str> = v2::SCHEMAS.iter().map(|(name, _)| name.trim_start_matches("chancery.v2/")).collect();
    let tried = [
        "recognitions",
        "recognizers",
        "relations",
        "treaties",
        "resolutions",
        "agreement",
        "coverage",
        "positions",
        "claims",
        // These by `ask/shapes.rs`.
        "answer",
        "tried",
        // By `cite.rs`.
        "citations",
        "evidence",
        // By `world/anniversaries.rs`.
        "anniversaries",
        // By `charts.rs`.
        "chart",
        "snapshot",
        "diff",
        "path",
        "stats",
        "record",
        "list",
        "diagnostics",
        "parts",
    ];
    assert_eq!(shapes, tried);
}

/// The fields on which others rely: without any one of them a document is refused.
#[test]
fn what_is_relied_on_is_required() {
    let relied_on: &[(&str, &str, &str)] = &[
        ("recognitions", "", "schema of acts withheld"),
        ("recognitions", "/$defs/act", "statement by form date earliest latest place contested withdrawn attestations"),
        ("recognitions", "/$defs/place", "least most"),
        ("recognitions", "/$defs/withdrawn", "date"),
        ("parts", "/$defs/actor", "id name"),
        ("parts", "/$defs/attestation", "date rank sources"),
        ("relations", "", "schema parties on status recognition missions history"),
        ("relations", "/properties/status", "certain possible"),
        ("relations", "/$defs/mutual", "by of band"),
        ("relations", "/$defs/mission", "of in level band"),
        ("relations", "/$defs/act", "statement act actor date contested attestations"),
        ("treaties", "", "schema on treaties"),
        ("treaties", "/$defs/treaty", "id title parties"),
        ("treaties", "/$defs/treaty/properties/parties/items", "actor actions in_force"),
        ("treaties", "/$defs/act", "act date"),
        ("stats", "", "schema counts tertiary_only without_source"),
        (
            "stats",
            "/properties/counts",
            "countries organizations statements attestations sources treaties resolutions disputes claims contests",
        ),
    ];
    for (name, pointer, fields) in relied_on {
        let schema = schema(name);
        let object = schema.pointer(pointer).unwrap_or_else(|| panic!("{name} has {pointer}"));
        for field in fields.split(' ') {
            let required = object["required"].as_array().expect("a list of what is required");
            assert!(required.contains(&json!(field)), "{name}{pointer} doesn't require {field}");
        }
    }
}

fn schema(name: &str) -> Value {
    let wanted = format!("chancery.v2/{name}");
    let (_, text) = v2::SCHEMAS.iter().find(|(name, _)| *name == wanted).expect("a published shape");
    serde_json::from_str(text).expect("a schema is JSON")
}

/// Every schema says of every object what is required and what each field means, and lets fields be added.
#[test]
fn schemas_are_open_and_described() {
    for (name, text) in v2::SCHEMAS {
        let schema: Value = serde_json::from_str(text).expect("a schema is JSON");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{name}");
        each_object(&schema, name, &mut |object, at| {
            assert_ne!(object["additionalProperties"], false, "{at} is closed");
            let properties = object["properties"].as_object().expect("fields");
            for required in object["required"].as_array().unwrap_or_else(|| panic!("{at} requires nothing")) {
                assert!(properties.contains_key(required.as_str().unwrap_or_default()), "{at}: {required}");
            }
            for (field, about) in properties {
                let described = about.get("description").or_else(|| about.get("$ref"));
                assert!(described.is_some(), "{at}/{field} says nothing");
            }
        });
    }
}

fn each_object(value: &Value, at: &str, visit: &mut dyn FnMut(&Value, &str)) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("properties") {
                visit(value, at);
            }
            fields.iter().for_each(|(field, inner)| each_object(inner, &format!("{at}/{field}"), visit));
        }
        Value::Array(items) => items.iter().for_each(|item| each_object(item, at, visit)),
        _ => {}
    }
}

/// The words of closed lists in the schemas are those of the program.
#[test]
fn closed_lists_agree_with_the_program() {
    fn names<T: Closed>() -> Vec<String> {
        T::ALL.iter().map(|member| member.name().to_owned()).collect()
    }
    let act = "/$defs/act/properties/act/enum";
    let relations: Vec<String> =
        ["recognized", "recognition-withdrawn", "recognition-suspended", "recognition-withheld"]
            .into_iter()
            .map(str::to_owned)
            .chain(names::<model::RelationsAct>())
            .collect();
    for (name, pointer, expected) in [
        ("recognitions", "/$defs/act/properties/form/enum", names::<model::RecognitionForm>()),
        ("recognitions", "/$defs/act/properties/as/enum", names::<model::Capacity>()),
        ("relations", "/$defs/status/enum", names::<model::Status>()),
        ("relations", "/$defs/level/enum", names::<model::Level>()),
        ("relations", act, relations),
        ("treaties", act, names::<model::TreatyAct>()),
        ("treaties", "/$defs/treaty/properties/kind/enum", names::<model::TreatyKind>()),
        ("resolutions", "/$defs/resolution/properties/vote/enum", names::<model::VoteMode>()),
        ("resolutions", "/$defs/deed/properties/act/enum", names::<model::DeedAct>()),
        ("parts", "/$defs/choice/enum", names::<model::Choice>()),
        ("parts", "/$defs/attestation/properties/rank/enum", names::<model::Rank>()),
        ("parts", "/$defs/attestation/properties/says/enum", names::<model::Says>()),
        ("stats", "/properties/statements_by_kind/propertyNames/enum", names::<model::Kind>()),
        ("stats", "/properties/sources_by_grade/propertyNames/enum", names::<model::Grade>()),
        ("list", "/properties/kind/enum", names::<RecordKind>()),
        ("record", "/$defs/statement/properties/of/enum", names::<model::Kind>()),
        ("record", "/$defs/name/properties/kind/enum", names::<model::NameKind>()),
        ("record", "/$defs/code/properties/scheme/enum", names::<model::CodeScheme>()),
        ("record", "/$defs/treaty/properties/class/enum", names::<model::TreatyKind>()),
        ("record", "/$defs/source/properties/grade/enum", names::<model::Grade>()),
        ("record", "/$defs/source/properties/class/enum", names::<model::SourceKind>()),
        ("record", "/$defs/counted/enum", names::<model::CountedAct>()),
    ] {
        let schema = schema(name);
        let written = schema.pointer(pointer).and_then(Value::as_array).unwrap_or_else(|| panic!("{name}{pointer}"));
        let written: BTreeSet<&str> = written.iter().filter_map(Value::as_str).collect();
        let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
        assert_eq!(written, expected, "{name}{pointer}");
    }
}
