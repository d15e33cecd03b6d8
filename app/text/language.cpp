// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language.h"

#include "text/catalogue.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <clocale>
#include <cstdlib>
#include <cstring>
#include <string_view>

namespace cloop {

namespace {

std::atomic<const Catalogue *> chosen = nullptr;  // the thread of the signals may already run
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

/// Whether its characters may be UTF-8: as most locales name no set, those are taken for what is usual today.
bool may_be_utf8(std::string_view locale) {
    const auto point = locale.find('.');
    if (point == locale.npos) return true;
    const std::string_view set = locale.substr(point + 1, locale.find('@', point) - point - 1);
    return std::ranges::any_of(std::array{"UTF-8", "utf8", "UTF8", "utf-8"}, [&](std::string_view name) { return set == name; });
}

const Catalogue *catalogue_of(std::string_view language) {
    for (const Catalogue &catalogue : catalogues())
        if (language == catalogue.language) return &catalogue;
    return nullptr;
}

} // namespace

void use_language_of_environment() {
    const std::string_view locale = locale_of_environment();
    if (language_in(locale) == "C" || locale == "POSIX" || !may_be_utf8(locale)) return;
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
    const Catalogue *const catalogue = chosen;
    if (!catalogue) return english;
    const auto found = std::ranges::lower_bound(catalogue->phrases, std::string_view(english), {}, &Phrase::english);
    return found != catalogue->phrases.end() && std::strcmp(found->english, english) == 0 ? found->translation : english;
}

bool has_decimal_comma() { return chosen != nullptr; }

std::string lowered(std::string sentence) {
    const Catalogue *const catalogue = chosen;
    if (catalogue && catalogue->language == std::string_view("de")) return sentence;
    const auto is_large = [&](std::size_t at) { return sentence.size() > at && sentence[at] >= 'A' && sentence[at] <= 'Z'; };
    if (is_large(0) && !is_large(1)) sentence[0] = static_cast<char>(sentence[0] - 'A' + 'a');
    return sentence;
}

std::string system_words(int error) { return words_of_system ? ::strerror_l(error, words_of_system) : std::strerror(error); }

} // namespace cloop
