//! The verbs of saying, with what each may govern.

use crate::text::word_table::WordTable;

/// What a verb of saying may govern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A quotation, or a clause with or without "that": say.
    Say,
    /// A quotation, or a clause with "that": note.
    That,
    /// A listener, then a quotation or a clause: tell.
    Tell,
    /// Only a quotation: shout.
    Quote,
    /// A thing and what it is called: describe.
    Judge,
    /// One who speaks: to quote somebody as saying.
    Cite,
    /// No verb: "according to".
    According,
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "say"; only with a subject in the plural.
    Base,
    /// "says".
    Third,
    /// "said".
    Past,
    /// "saying".
    Ing,
}

use Class::{Cite, Judge, Quote, Say, Tell, That};

/// Base, third person, past and `-ing`, in the order of the alphabet.
#[rustfmt::skip]
const VERBS: &[(Class, [&str; 4])] = &[
    (Judge, ["accuse", "accuses", "accused", "accusing"]),
    (That, ["acknowledge", "acknowledges", "acknowledged", "acknowledging"]),
    (Say, ["add", "adds", "added", "adding"]),
    (That, ["admit", "admits", "admitted", "admitting"]),
    (Tell, ["advise", "advises", "advised", "advising"]),
    (That, ["affirm", "affirms", "affirmed", "affirming"]),
    (That, ["agree", "agrees", "agreed", "agreeing"]),
    (Say, ["allege", "alleges", "alleged", "alleging"]),
    (That, ["announce", "announces", "announced", "announcing"]),
    (Quote, ["answer", "answers", "answered", "answering"]),
    (Quote, ["appeal", "appeals", "appealed", "appealing"]),
    (Say, ["argue", "argues", "argued", "arguing"]),
    (That, ["ask", "asks", "asked", "asking"]),
    (Say, ["assert", "asserts", "asserted", "asserting"]),
    (Tell, ["assure", "assures", "assured", "assuring"]),
    (Judge, ["attack", "attacks", "attacked", "attacking"]),
    (That, ["attest", "attests", "attested", "attesting"]),
    (Quote, ["begin", "begins", "began", "beginning"]),
    (That, ["believe", "believes", "believed", "believing"]),
    (Judge, ["blame", "blames", "blamed", "blaming"]),
    (Judge, ["blast", "blasts", "blasted", "blasting"]),
    (Say, ["boast", "boasts", "boasted", "boasting"]),
    (Quote, ["brag", "brags", "bragged", "bragging"]),
    (Judge, ["brand", "brands", "branded", "branding"]),
    (Judge, ["call", "calls", "called", "calling"]),
    (That, ["caution", "cautions", "cautioned", "cautioning"]),
    (Quote, ["chant", "chants", "chanted", "chanting"]),
    (Judge, ["characterise", "characterises", "characterised", "characterising"]),
    (Judge, ["characterize", "characterizes", "characterized", "characterizing"]),
    (Quote, ["chime", "chimes", "chimed", "chiming"]),
    (Quote, ["chuckle", "chuckles", "chuckled", "chuckling"]),
    (Judge, ["cite", "cites", "cited", "citing"]),
    (Say, ["claim", "claims", "claimed", "claiming"]),
    (That, ["clarify", "clarifies", "clarified", "clarifying"]),
    (Say, ["comment", "comments", "commented", "commenting"]),
    (Say, ["complain", "complains", "complained", "complaining"]),
    (That, ["concede", "concedes", "conceded", "conceding"]),
    (That, ["conclude", "concludes", "concluded", "concluding"]),
    (Judge, ["condemn", "condemns", "condemned", "condemning"]),
    (That, ["confirm", "confirms", "confirmed", "confirming"]),
    (Say, ["contend", "contends", "contended", "contending"]),
    (Quote, ["continue", "continues", "continued", "continuing"]),
    (Tell, ["convince", "convinces", "convinced", "convincing"]),
    (Say, ["counter", "counters", "countered", "countering"]),
    (Judge, ["criticise", "criticises", "criticised", "criticising"]),
    (Judge, ["criticize", "criticizes", "criticized", "criticizing"]),
    (Quote, ["cry", "cries", "cried", "crying"]),
    (Say, ["declare", "declares", "declared", "declaring"]),
    (Judge, ["decry", "decries", "decried", "decrying"]),
    (That, ["demand", "demands", "demanded", "demanding"]),
    (Judge, ["denounce", "denounces", "denounced", "denouncing"]),
    (That, ["deny", "denies", "denied", "denying"]),
    (Judge, ["deplore", "deplores", "deplored", "deploring"]),
    (Judge, ["deride", "derides", "derided", "deriding"]),
    (Judge, ["describe", "describes", "described", "describing"]),
    (That, ["disclose", "discloses", "disclosed", "disclosing"]),
    (Judge, ["dismiss", "dismisses", "dismissed", "dismissing"]),
    (Judge, ["dub", "dubs", "dubbed", "dubbing"]),
    (Quote, ["echo", "echoes", "echoed", "echoing"]),
    (Quote, ["elaborate", "elaborates", "elaborated", "elaborating"]),
    (Say, ["emphasise", "emphasises", "emphasised", "emphasising"]),
    (Say, ["emphasize", "emphasizes", "emphasized", "emphasizing"]),
    (Quote, ["enthuse", "enthuses", "enthused", "enthusing"]),
    (That, ["estimate", "estimates", "estimated", "estimating"]),
    (Quote, ["exclaim", "exclaims", "exclaimed", "exclaiming"]),
    (Say, ["explain", "explains", "explained", "explaining"]),
    (Judge, ["express", "expresses", "expressed", "expressing"]),
    (That, ["fear", "fears", "feared", "fearing"]),
    (That, ["feel", "feels", "felt", "feeling"]),
    (That, ["find", "finds", "found", "finding"]),
    (Quote, ["fume", "fumes", "fumed", "fuming"]),
    (Quote, ["grumble", "grumbles", "grumbled", "grumbling"]),
    (That, ["guess", "guesses", "guessed", "guessing"]),
    (Quote, ["gush", "gushes", "gushed", "gushing"]),
    (Judge, ["hail", "hails", "hailed", "hailing"]),
    (That, ["highlight", "highlights", "highlighted", "highlighting"]),
    (That, ["hint", "hints", "hinted", "hinting"]),
    (That, ["hope", "hopes", "hoped", "hoping"]),
    (That, ["indicate", "indicates", "indicated", "indicating"]),
    (Tell, ["inform", "informs", "informed", "informing"]),
    (Quote, ["insert", "inserts", "inserted", "inserting"]),
    (That, ["inquire", "inquires", "inquired", "inquiring"]),
    (Say, ["insist", "insists", "insisted", "insisting"]),
    (Quote, ["interject", "interjects", "interjected", "interjecting"]),
    (Quote, ["interrupt", "interrupts", "interrupted", "interrupting"]),
    (Quote, ["intone", "intones", "intoned", "intoning"]),
    (Say, ["joke", "jokes", "joked", "joking"]),
    (Judge, ["label", "labels", "labeled", "labeling"]),
    (Judge, ["label", "labels", "labelled", "labelling"]),
    (Say, ["lament", "laments", "lamented", "lamenting"]),
    (Quote, ["laugh", "laughs", "laughed", "laughing"]),
    (That, ["maintain", "maintains", "maintained", "maintaining"]),
    (That, ["mention", "mentions", "mentioned", "mentioning"]),
    (Quote, ["message", "messages", "messaged", "messaging"]),
    (Quote, ["muse", "muses", "mused", "musing"]),
    (Quote, ["mutter", "mutters", "muttered", "muttering"]),
    (That, ["note", "notes", "noted", "noting"]),
    (Tell, ["notify", "notifies", "notified", "notifying"]),
    (That, ["observe", "observes", "observed", "observing"]),
    (Say, ["opine", "opines", "opined", "opining"]),
    (Quote, ["plead", "pleads", "pleaded", "pleading"]),
    (That, ["pledge", "pledges", "pledged", "pledging"]),
    (That, ["point", "points", "pointed", "pointing"]),
    (That, ["post", "posts", "posted", "posting"]),
    (Judge, ["praise", "praises", "praised", "praising"]),
    (Quote, ["pray", "prays", "prayed", "praying"]),
    (Say, ["predict", "predicts", "predicted", "predicting"]),
    (Quote, ["proclaim", "proclaims", "proclaimed", "proclaiming"]),
    (That, ["promise", "promises", "promised", "promising"]),
    (That, ["propose", "proposes", "proposed", "proposing"]),
    (Quote, ["protest", "protests", "protested", "protesting"]),
    (Say, ["quip", "quips", "quipped", "quipping"]),
    (Cite, ["quote", "quotes", "quoted", "quoting"]),
    (Quote, ["rail", "rails", "railed", "railing"]),
    (Quote, ["rant", "rants", "ranted", "ranting"]),
    (Quote, ["rave", "raves", "raved", "raving"]),
    (That, ["read", "reads", "read", "reading"]),
    (Quote, ["reason", "reasons", "reasoned", "reasoning"]),
    (Quote, ["react", "reacts", "reacted", "reacting"]),
    (That, ["recall", "recalls", "recalled", "recalling"]),
    (Quote, ["reckon", "reckons", "reckoned", "reckoning"]),
    (That, ["recommend", "recommends", "recommended", "recommending"]),
    (Quote, ["recount", "recounts", "recounted", "recounting"]),
    (Quote, ["reflect", "reflects", "reflected", "reflecting"]),
    (Say, ["reiterate", "reiterates", "reiterated", "reiterating"]),
    (Quote, ["rejoice", "rejoices", "rejoiced", "rejoicing"]),
    (That, ["remark", "remarks", "remarked", "remarking"]),
    (Tell, ["remind", "reminds", "reminded", "reminding"]),
    (Say, ["reply", "replies", "replied", "replying"]),
    (That, ["report", "reports", "reported", "reporting"]),
    (That, ["respond", "responds", "responded", "responding"]),
    (That, ["retort", "retorts", "retorted", "retorting"]),
    (That, ["reveal", "reveals", "revealed", "revealing"]),
    (That, ["rule", "rules", "ruled", "ruling"]),
    (Say, ["say", "says", "said", "saying"]),
    (Quote, ["scoff", "scoffs", "scoffed", "scoffing"]),
    (Quote, ["scream", "screams", "screamed", "screaming"]),
    (Quote, ["shout", "shouts", "shouted", "shouting"]),
    (Quote, ["shrug", "shrugs", "shrugged", "shrugging"]),
    (Quote, ["sigh", "sighs", "sighed", "sighing"]),
    (Quote, ["sing", "sings", "sang", "singing"]),
    (Judge, ["slam", "slams", "slammed", "slamming"]),
    (Quote, ["smile", "smiles", "smiled", "smiling"]),
    (Quote, ["snap", "snaps", "snapped", "snapping"]),
    (Quote, ["sob", "sobs", "sobbed", "sobbing"]),
    (That, ["speculate", "speculates", "speculated", "speculating"]),
    (Say, ["state", "states", "stated", "stating"]),
    (Say, ["stress", "stresses", "stressed", "stressing"]),
    (That, ["suggest", "suggests", "suggested", "suggesting"]),
    (Quote, ["sum", "sums", "summed", "summing"]),
    (That, ["suspect", "suspects", "suspected", "suspecting"]),
    (That, ["swear", "swears", "swore", "swearing"]),
    (Quote, ["tease", "teases", "teased", "teasing"]),
    (Tell, ["tell", "tells", "told", "telling"]),
    (That, ["testify", "testifies", "testified", "testifying"]),
    (Quote, ["text", "texts", "texted", "texting"]),
    (That, ["think", "thinks", "thought", "thinking"]),
    (Quote, ["thunder", "thunders", "thundered", "thundering"]),
    (Judge, ["tout", "touts", "touted", "touting"]),
    (Say, ["tweet", "tweets", "tweeted", "tweeting"]),
    (That, ["underline", "underlines", "underlined", "underlining"]),
    (That, ["underscore", "underscores", "underscored", "underscoring"]),
    (That, ["urge", "urges", "urged", "urging"]),
    (Quote, ["venture", "ventures", "ventured", "venturing"]),
    (Judge, ["voice", "voices", "voiced", "voicing"]),
    (Say, ["vow", "vows", "vowed", "vowing"]),
    (Say, ["warn", "warns", "warned", "warning"]),
    (Judge, ["welcome", "welcomes", "welcomed", "welcoming"]),
    (Quote, ["whisper", "whispers", "whispered", "whispering"]),
    (Quote, ["wonder", "wonders", "wondered", "wondering"]),
    (That, ["write", "writes", "wrote", "writing"]),
    (Quote, ["yell", "yells", "yelled", "yelling"]),
];

const FORMS: [(usize, Form); 4] =
    [(2, Form::Past), (1, Form::Third), (3, Form::Ing), (0, Form::Base)];

/// For every form one more than four times its verb's place in [`VERBS`] and its own in [`FORMS`].
static TABLE: WordTable<1024, 2048> = {
    let mut table = WordTable::EMPTY;
    let mut verb = 0;
    while verb < VERBS.len() {
        let mut form = 0;
        while form < FORMS.len() {
            // The first verb with the form has it.
            let word = VERBS[verb].1[FORMS[form].0];
            if table.get(word) == 0 {
                table = table.with(word, (verb * FORMS.len() + form + 1) as u32);
            }
            form += 1;
        }
        verb += 1;
    }
    table
};

/// The verb of saying that a word in small letters is.
#[inline]
pub(super) fn look_up(word: &[u8]) -> Option<(Class, Form)> {
    let place = (TABLE.of_bytes(word) as usize).checked_sub(1)?;
    if word.iter().any(u8::is_ascii_uppercase) {
        return None;
    }
    let (class, _) = VERBS.get(place / FORMS.len())?;
    let (_, form) = FORMS.get(place % FORMS.len())?;
    Some((*class, *form))
}
