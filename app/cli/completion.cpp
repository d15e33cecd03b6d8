// SPDX-License-Identifier: GPL-3.0-or-later
#include "completion.h"

#include "arguments.h"

#include "text/printable.h"

#include <algorithm>

namespace cloop::cli {

namespace {

/// The words so far: which command they begin, and what the next one is to be.
struct Begun {
    const CLI::App *command = nullptr;
    const CLI::Option *pending = nullptr;  ///< takes the next word as its value
    std::size_t arguments = 0;             ///< how many there are
    std::string first;                     ///< the first of them
    bool has_ended_options = false;        ///< by --
};

const CLI::Option *option_named(const CLI::App &command, const std::string &name) {
    for (const CLI::Option *option : command.get_options({}))
        if (option->nonpositional() && option->check_name(name)) return option;
    return nullptr;
}

Begun read(const CLI::App &root, std::span<const std::string> words) {
    Begun begun;
    for (const auto &word : words) {
        const CLI::App &now = begun.command ? *begun.command : root;
        if (begun.pending) {
            begun.pending = nullptr;
        } else if (!begun.has_ended_options && word == "--") {
            begun.has_ended_options = true;
        } else if (!begun.has_ended_options && word.size() > 1 && word[0] == '-') {
            const CLI::Option *option = option_named(now, word);
            if (option && has_value(*option)) begun.pending = option;
        } else if (!begun.command) {
            const auto named = root.get_subcommands([&](const CLI::App *command) { return command->get_name() == word; });
            if (!named.empty()) begun.command = named.front();
        } else if (++begun.arguments == 1) {
            begun.first = word;
        }
    }
    return begun;
}

/// The argument with that number, from 0; the last one takes all further words if it takes several.
const CLI::Option *argument(const CLI::App &command, std::size_t number) {
    const auto all = command.get_options([](const CLI::Option *option) { return option->get_positional(); });
    if (number < all.size()) return all[number];
    return !all.empty() && all.back()->get_expected_max() > 1 ? all.back() : nullptr;
}

const char *name_of_files(Files files) {
    switch (files) {
    case Files::none: break;
    case Files::all: return "all";
    case Files::folders: return "folders";
    case Files::images: return "images";
    }
    return "none";
}

struct Offered {
    Files files = Files::none;
    Candidates candidates{};
};

Offered values_of(const CLI::Option &option, const Unfinished &line) {
    const ValueKind *kind = kind_of(option);
    if (kind) return {kind->files, kind->find ? kind->find(line) : Candidates{}};
    Offered offered;
    for (const auto &word : words_of(option)) offered.candidates.push_back({word});
    return offered;
}

Candidates options_of(const CLI::App &command) {
    Candidates all;
    for (const CLI::Option *option : command.get_options([](const CLI::Option *one) { return one->nonpositional(); })) {
        for (const auto &name : option->get_lnames()) all.push_back({"--" + name, option->get_description()});
        if (option->get_lnames().empty())
            for (const auto &name : option->get_snames()) all.push_back({"-" + name, option->get_description()});
    }
    return all;
}

Offered offered(const CLI::App &root, const Begun &begun, const std::string &written) {
    const CLI::App &command = begun.command ? *begun.command : root;
    if (begun.pending) return values_of(*begun.pending, {root, begun.first, written});
    if (!begun.has_ended_options && written.starts_with("--") && written.contains('=')) {
        const std::string name = written.substr(0, written.find('='));
        const CLI::Option *option = option_named(command, name);
        if (!option) return {};
        Offered values = values_of(*option, {root, begun.first, written.substr(name.size() + 1)});
        for (auto &candidate : values.candidates) candidate.word.insert(0, name + "=");
        return values;
    }
    if (!begun.has_ended_options && written.starts_with('-')) return {.candidates = options_of(command)};
    if (!begun.command) return {.candidates = value::command.find({root, {}, written})};
    const CLI::Option *next = argument(command, begun.arguments);
    return next ? values_of(*next, {root, begun.first, written}) : Offered{};
}

} // namespace

int run_complete(const CLI::App &root, std::span<const std::string> words, Session &session) {
    const std::string written = words.empty() ? "" : words.back();
    const Offered all = offered(root, read(root, words.first(words.empty() ? 0 : words.size() - 1)), written);
    std::string text = std::string(name_of_files(all.files)) + "\n";
    for (const auto &[word, meaning] : all.candidates)
        if (word.starts_with(written) && word == printable(word)) text += word + "\t" + printable(meaning) + "\n";
    session.write(text);
    return exit_fine;
}

} // namespace cloop::cli
