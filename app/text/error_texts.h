// SPDX-License-Identifier: GPL-3.0-or-later
// What went wrong, in the words that a person reads: one row for each ErrorCode, for the command and the window.

#pragma once

#include "base/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cloop {

/// Where the strings of this room stand in a translation. The tables hold English; the window translates what it takes from them.
inline constexpr const char *text_context = "Texts";

/// What an error's `detail` is.
enum class DetailKind : std::uint8_t { words, number, bytes };

/// Sentences are whole, with a subject first: "It" is the error's. %1: the detail, %2: what the system says. Where one of these is not known, the
/// brackets around it are left out.
struct ErrorText {
    ErrorCode code;
    const char *name;                         ///< in --json: stable
    const char *sentence;                     ///< what is the matter
    const char *advice = "";                  ///< what to do; empty where nothing can be done
    const char *advice_of_command = nullptr;  ///< the same in options and commands, where that is something else
    DetailKind detail = DetailKind::words;
};

/// In the order of the codes.
std::span<const ErrorText> error_texts();
const ErrorText &text_of(ErrorCode code);

/// %1 where an error names the first few and counts the others, %2.
extern const char *const and_more;

/// Puts values in the place of %1 and %2. Where one is empty, what stands in brackets with it is left out.
std::string filled_in(std::string_view sentence, std::string_view first, std::string_view second);

/// The sentence of `error` with its values in place. `detail`: its detail, and how many others; `system`: errno's text.
std::string filled_in(std::string_view sentence, const Error &error, std::string_view detail, std::string_view system);

} // namespace cloop
