// SPDX-License-Identifier: GPL-3.0-or-later
// Messages for users: one row for each ErrorCode, for the command and the window.

#pragma once

#include "base/error.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace cloop {

/// Translation context of the strings in app/text. The tables hold English; the window translates them.
inline constexpr const char *text_context = "Texts";

/// How an error's `detail` is formatted.
enum class DetailKind : std::uint8_t { words, number, bytes };

/// Complete sentences; "It" is the error's subject. %1: the detail, %2: the system's message. If one is unknown, the brackets around it are omitted.
struct ErrorText {
    ErrorCode code;
    const char *name;                         ///< in --json: stable
    const char *sentence;                     ///< what failed
    const char *advice = "";                  ///< what to do; empty: nothing
    const char *advice_of_command = nullptr;  ///< the same for the command, if different
    DetailKind detail = DetailKind::words;
};

/// Ordered by code.
std::span<const ErrorText> error_texts();
const ErrorText &text_of(ErrorCode code);

/// For errors that name the first few, %1, and count the others, %2.
extern const char *const and_more;

/// Replaces %1 and %2 by values. If one is empty, the brackets around it are omitted.
std::string filled_in(std::string_view sentence, std::string_view first, std::string_view second);

/// The sentence of `error` with its values. `detail`: formatted, with the number of others; `system`: errno's text.
std::string filled_in(std::string_view sentence, const Error &error, std::string_view detail, std::string_view system);

} // namespace cloop
