// SPDX-License-Identifier: GPL-3.0-or-later
// The language of a command-line program's sentences. The window has Qt for that; both take the translations from translations/*.ts.

#pragma once

#include <string>

namespace cloop {

/// Chooses the language as gettext does: by LANGUAGE, if LC_ALL, LC_MESSAGES or LANG names more than "C", else by these. English unless called, and
/// where the locale has other characters than UTF-8. Call once, before the first tr().
void use_language_of_environment();

/// `english` in the chosen language; itself if that is English or lacks it. Lives as long as the program, or as `english`.
const char *tr(const char *english);

/// The language writes 1,5 instead of 1.5.
bool has_decimal_comma();

/// A sentence to follow a name and a colon: its first letter in lower case, unless its first word is in capitals, or the language keeps capitals
/// there.
std::string lowered(std::string sentence);

/// The system's words for errno, in the chosen language if the C library has it.
std::string system_words(int error);

} // namespace cloop
