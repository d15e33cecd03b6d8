// SPDX-License-Identifier: GPL-3.0-or-later
#include "help_text.h"

#include "arguments.h"

#include "text/language.h"
#include "text/printable.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace cloop::cli {

namespace {

constexpr std::size_t columns_of_help = 80;
constexpr std::size_t most_columns_of_names = 26;

/// Appends the words of `text` to a text whose last line has `column` columns_of_help, and indents further lines.
void append_wrapped(std::string &to, std::string_view text, std::size_t column, std::size_t indent) {
    for (bool is_first = true; !text.empty(); is_first = false) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (!is_first && column + 1 + columns_of(word) > columns_of_help) {
            to += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!is_first) {
            to += ' ';
            ++column;
        }
        to += word;
        column += columns_of(word);
    }
    to += "\n";
}

/// Names, and what each means.
using Rows = std::vector<std::pair<std::string, std::string>>;

std::string block(const char *heading, const Rows &rows) {
    if (rows.empty()) return {};
    std::size_t widest = 0;
    for (const auto &[name, meaning] : rows)
        if (columns_of(name) <= most_columns_of_names) widest = std::max(widest, columns_of(name));
    const std::size_t indent = 2 + widest + 2;
    std::string text = std::string("\n") + heading + "\n";
    for (const auto &[name, meaning] : rows) {
        text += "  " + name;
        if (columns_of(name) > widest) text += "\n" + std::string(indent, ' ');
        else text += std::string(indent - 2 - columns_of(name), ' ');
        append_wrapped(text, meaning, indent, indent);
    }
    return text;
}

std::string value_name(const CLI::Option &option) {
    const ValueKind *kind = kind_of(option);
    return kind ? tr(kind->name) : CLI::detail::join(words_of(option), "|");
}

std::string names_of(const CLI::Option &option) {
    std::string names;
    for (const auto &name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
    for (const auto &name : option.get_lnames()) names += (names.empty() ? "--" : ", --") + name;
    if (has_value(option)) return names + " " + value_name(option);
    return kind_of(option) ? names + "[=" + value_name(option) + "]" : names;
}

/// "SOURCE", "[PATH]", "DEVICE...".
std::string argument_in_usage(const CLI::Option &argument) {
    std::string name = value_name(argument);
    if (argument.get_expected_max() > 1 && !name.contains("...")) name += "...";
    return argument.get_required() ? name : "[" + name + "]";
}

} // namespace

std::string HelpText::make_help(const CLI::App *app, std::string name, CLI::AppFormatMode) const {
    Rows arguments, options, commands;
    std::string usage = name;
    if (app->get_parent()) usage += std::string(" ") + tr("[OPTIONS]");
    for (const CLI::Option *option : app->get_options({})) {
        if (!option->get_positional()) {
            options.emplace_back(names_of(*option), option->get_description());
            continue;
        }
        arguments.emplace_back(value_name(*option), option->get_description());
        usage += " " + argument_in_usage(*option);
    }
    for (const CLI::App *command : app->get_subcommands([](const CLI::App *) { return true; }))
        commands.emplace_back(command->get_name(), command->get_description());
    if (!commands.empty()) usage += std::string(" ") + tr("COMMAND") + " ...";

    std::string text;
    append_wrapped(text, app->get_description() + ".", 0, 0);
    text += std::string("\n") + tr("Usage:") + " " + usage + "\n";
    text += block(tr("Arguments:"), arguments) + block(tr("Options:"), options) + block(tr("Commands:"), commands);
    text += "\n";
    append_wrapped(text, app->get_footer(), 0, 0);
    return text;
}

} // namespace cloop::cli
