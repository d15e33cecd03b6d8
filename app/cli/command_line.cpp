// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_line.h"

#include "arguments.h"
#include "help_text.h"

#include "codec/encoder.h"
#include "text/error_texts.h"
#include "text/language.h"

#include <array>
#include <optional>
#include <string_view>

// Qt's name, so that its tools find the strings.
#define QT_TRANSLATE_NOOP(context, text) text

namespace cloop::cli {

namespace {

std::string version_lines() {
    std::string text = "cloop " CLOOPSMITH_VERSION "\n" + std::string(tr("The same versions of the encoders write the same bytes:")) + "\n";
    for (const auto &version : encoder_versions()) text += "  " + version + "\n";
    text.pop_back();
    return text;
}

const CLI::App *command_named(const CLI::App &root, const std::string &name) {
    const auto named = root.get_subcommands([&](const CLI::App *command) { return command->get_name() == name; });
    return named.empty() ? nullptr : named.front();
}

std::string no_such_command(const std::string &name) { return filled_in(tr("the command %1 does not exist"), name, {}); }

void add_help(CLI::App &root, Session &session) {
    auto name = std::make_shared<std::string>();
    CLI::App *command = root.add_subcommand("help", tr("Show what a command does, its arguments and its options"));
    takes(command->add_option("command", *name, tr("The command; without it, all commands are listed")), value::command);
    command->callback([name, &root, &session] {
        session.action = [name, &root, &session] {
            if (name->empty()) session.write(root.get_formatter()->make_help(&root, root.get_name(), CLI::AppFormatMode::Normal));
            else if (const CLI::App *named = command_named(root, *name)) session.write(named->help("cloop"));
            else return session.fail({.code = ErrorCode::invalid_option, .detail = no_such_command(*name) + ". " + tr("cloop --help lists them")});
            return static_cast<int>(exit_fine);
        };
    });
}

/// What stands in the place of a pattern's marks %1 and %2; none if the text is not of that pattern.
std::optional<std::array<std::string, 2>> marked_in(std::string_view text, std::string_view pattern) {
    std::array<std::string, 2> marked;
    while (!pattern.empty()) {
        if (!pattern.starts_with('%')) {
            if (!text.starts_with(pattern.front())) return std::nullopt;
            pattern.remove_prefix(1);
            text.remove_prefix(1);
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[1] - '1');
        pattern.remove_prefix(2);
        const auto behind = pattern.substr(0, pattern.find('%'));
        const auto end = behind.empty() ? text.size() : text.find(behind);
        if (end == text.npos) return std::nullopt;
        marked.at(index) = text.substr(0, end);
        text.remove_prefix(end);
    }
    return marked;
}

/// CLI11's sentences, which differ a little between its versions, and ours.
struct WrongLine {
    const char *pattern;
    const char *sentence;
};

constexpr WrongLine wrong_lines[] = {
    {"A subcommand is required", QT_TRANSLATE_NOOP("Command", "a command is missing")},
    {"%1 is required", QT_TRANSLATE_NOOP("Command", "%1 is missing")},
    {"The following argument was not expected: %1", QT_TRANSLATE_NOOP("Command", "%1 does not belong here")},
    {"The following arguments were not expected: %1", QT_TRANSLATE_NOOP("Command", "%1 do not belong here")},
    {"%1: 1 required %2 missing", QT_TRANSLATE_NOOP("Command", "%1 takes a value (%2), which is missing")},
    {"Could not convert: %1 = %2", QT_TRANSLATE_NOOP("Command", "%1 takes a number, which %2 is not")},
    {"%1 excludes %2", QT_TRANSLATE_NOOP("Command", "%1 and %2 can't be given together")},
    {"%1 requires %2", QT_TRANSLATE_NOOP("Command", "%1 works only with %2")},
};

/// Arguments have the names that the help shows.
std::string shown_name(const CLI::App *command, const std::string &name) {
    if (!command) return name;
    for (const CLI::Option *option : command->get_options({}))
        if (option->get_positional() && option->get_name(true) == name && kind_of(*option)) return tr(kind_of(*option)->name);
    return name;
}

} // namespace

std::unique_ptr<CLI::App> make_command_line(Session &session) {
    auto root =
        std::make_unique<CLI::App>(tr("Compressed disc images: make them, look into them, bring out what is in them, also past damage"), "cloop");
    root->set_help_flag("-h,--help", tr("Show this help"));
    root->set_version_flag("--version", version_lines(), tr("Show the versions of this program and of its encoders"));
    root->require_subcommand(1);
    root->formatter(std::make_shared<HelpText>());
    root->footer(tr("cloop help COMMAND shows the options of a command, man cloop describes all of them."));
    add_create(*root, session);
    add_extract(*root, session);
    add_info(*root, session);
    add_verify(*root, session);
    add_map(*root, session);
    add_estimate(*root, session);
    add_ls(*root, session);
    add_get(*root, session);
    add_cat(*root, session);
    add_convert(*root, session);
    add_diff(*root, session);
    add_live(*root, session);
    add_export(*root, session);
    add_bench(*root, session);
    add_worker(*root, session);
    add_mount_commands(*root, session);
    add_attach_commands(*root, session);
    add_list(*root, session);
    add_suspend_commands(*root, session);
    add_help(*root, session);
    for (CLI::App *command : root->get_subcommands([](CLI::App *) { return true; }))
        if (command->get_name() != "help") command->footer(filled_in(tr("man cloop-%1 tells more, and gives examples."), command->get_name(), {}));
    return root;
}

std::string sentence_of(const CLI::ParseError &error, const CLI::App &root, const std::string &name) {
    const std::string advice = std::string(". ") + tr("cloop --help and cloop COMMAND --help show what there is");
    const CLI::App *command = command_named(root, name);
    if (!command && !name.empty() && !name.starts_with('-')) return no_such_command(name) + advice;
    std::string what = error.what();
    while (what.ends_with('.') || what.ends_with('\n')) what.pop_back();
    for (const WrongLine &line : wrong_lines)
        if (const auto marked = marked_in(what, line.pattern)) {
            what = filled_in(tr(line.sentence), shown_name(command, (*marked)[0]), (*marked)[1]);
            break;
        }
    return what + advice;
}

} // namespace cloop::cli
