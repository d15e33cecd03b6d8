// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the C++ file of catalogue.h from .ts files: make_catalogues OUTPUT cloopsmith_de.ts…
// Takes the sentences that programs without Qt say. A .ts file is as lupdate writes it.

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

namespace {

/// Contexts of app/text, and of the command.
constexpr std::string_view contexts[] = {"Texts", "Media", "Command"};

/// Ordered by the English, in bytes.
using Phrases = std::map<std::string, std::string>;

std::string unescaped(std::string text) {
    static constexpr std::pair<std::string_view, std::string_view> entities[] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
    for (const auto &[entity, character] : entities)
        for (auto at = text.find(entity); at != text.npos; at = text.find(entity, at + 1)) text.replace(at, entity.size(), character);
    return text;
}

/// What stands between <name> and </name>; `text` goes on behind it. Empty if there is none.
std::string taken_element(std::string_view &text, const std::string &name) {
    const std::string begin = "<" + name + ">", end = "</" + name + ">";
    const auto from = text.find(begin);
    const auto to = text.find(end, from);
    if (to == text.npos) return {};
    const std::string content(text.substr(from + begin.size(), to - from - begin.size()));
    text.remove_prefix(to + end.size());
    return content;
}

bool read(const std::string &path, Phrases &phrases) {
    std::ifstream file(path);
    const std::string all((std::istreambuf_iterator<char>(file)), {});
    std::string_view rest = all;
    for (std::string context = taken_element(rest, "context"); !context.empty(); context = taken_element(rest, "context")) {
        std::string_view messages = context;
        if (std::ranges::find(contexts, taken_element(messages, "name")) == std::end(contexts)) continue;
        for (std::string message = taken_element(messages, "message"); !message.empty(); message = taken_element(messages, "message")) {
            std::string_view parts = message;
            const std::string english = unescaped(taken_element(parts, "source"));
            const std::string translation = unescaped(taken_element(parts, "translation"));
            if (translation.empty()) continue;  // English is said instead; ./dev check finds it
            const auto [known, is_new] = phrases.emplace(english, translation);
            if (is_new || known->second == translation) continue;
            std::fprintf(stderr, "%s: \"%s\" has two translations. Give it the same in all contexts.\n", path.c_str(), english.c_str());
            return false;
        }
    }
    return !phrases.empty();
}

std::string literal(std::string_view text) {
    std::string quoted = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\') quoted += '\\';
        if (character == '\n') quoted += "\\n";
        else quoted += character;
    }
    return quoted + "\"";
}

} // namespace

int main(int argc, char **argv) {
    if (argc < 3) return 1;
    std::string tables, list;
    for (int i = 2; i < argc; ++i) {
        const std::string path = argv[i];
        const std::string language = path.substr(path.size() - 5, 2);
        Phrases phrases;
        if (!read(path, phrases)) return 1;
        tables += "constexpr Phrase phrases_" + language + "[] = {\n";
        for (const auto &[english, translation] : phrases) tables += "    {" + literal(english) + ", " + literal(translation) + "},\n";
        tables += "};\n";
        list += "{\"" + language + "\", phrases_" + language + "}, ";
    }
    std::ofstream output(argv[1]);
    output << "// Made by make_catalogues. Do not edit.\n#include \"text/catalogue.h\"\n\nnamespace cloop {\n\nnamespace {\n\n"
           << tables << "constexpr Catalogue all[] = {" << list
           << "};\n\n} // namespace\n\nstd::span<const Catalogue> catalogues() { return all; }\n\n} // namespace cloop\n";
    return output.flush() ? 0 : 1;
}
