// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language.h"

#include "text/catalogue.h"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace cloop {

namespace {

const Catalogue *chosen = nullptr;
locale_t words_of_system = nullptr;

std::string_view variable(const char *name) {
    const char *value = std::getenv(name);
    return value ? value : "";
}

std::string_view locale_of_environment() {
    for (const char *name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const auto value = variable(name); !value.empty()) return value;
    return "C";
}

/// "de_AT.UTF-8" → "de".
std::string_view language_in(std::string_view locale) { return locale.substr(0, locale.find_first_of("_.@")); }

const Catalogue *catalogue_of(std::string_view language) {
    for (const Catalogue &catalogue : catalogues())
        if (language == catalogue.language) return &catalogue;
    return nullptr;
}

} // namespace

void use_language_of_environment() {
    const std::string_view locale = locale_of_environment();
    if (language_in(locale) == "C" || locale == "POSIX") return;
    std::string_view wanted = variable("LANGUAGE");
    if (wanted.empty()) wanted = locale;
    while (!wanted.empty() && !chosen) {
        const std::string_view language = language_in(wanted.substr(0, wanted.find(':')));
        if (language == "en") return;
        chosen = catalogue_of(language);
        wanted.remove_prefix(std::min(wanted.size(), wanted.find(':')));
        if (!wanted.empty()) wanted.remove_prefix(1);
    }
    // By itself, because the program's own locale stays "C": numbers and names are read and written in one way everywhere.
    if (chosen) words_of_system = ::newlocale(LC_CTYPE_MASK | LC_MESSAGES_MASK, "", nullptr);
}

const char *tr(const char *english) {
    if (!chosen) return english;
    const auto found = std::ranges::lower_bound(chosen->phrases, std::string_view(english), {}, &Phrase::english);
    return found != chosen->phrases.end() && std::strcmp(found->english, english) == 0 ? found->translation : english;
}

bool has_decimal_comma() { return chosen; }

bool keeps_capitals_behind_colon() { return chosen && chosen->language == std::string_view("de"); }

std::string system_words(int error) { return words_of_system ? ::strerror_l(error, words_of_system) : std::strerror(error); }

} // namespace cloop
