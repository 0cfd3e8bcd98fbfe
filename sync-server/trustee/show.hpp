#pragma once
// How a ceremony stands, for people and for scripts.

#include <iosfwd>
#include <string>

#include "shared/proof/ceremony_verdict.hpp"

namespace isoloir::trustee {

/// "833b304c 40c63b67 …", of 32 bytes: to be compared by eye or aloud.
std::string fingerprint(ByteSpan bytes);

/// Who takes part, each with the fingerprint of their key.
void show_trustees(const proof::Ceremony& ceremony, std::ostream& out);

/// What is there of whom, what is wrong, and what to do next.
void show_verdict(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out);

/// The same as one object of JSON.
void show_verdict_json(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out);

/// Only what is wrong, a line each. @return whether anything is
bool show_faults(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out);

/// What is to be done in this state of the ceremony by whoever reads it.
void show_advice(const proof::Ceremony& ceremony, const proof::Verdict& verdict, std::ostream& out);

}  // namespace isoloir::trustee
