// SPDX-License-Identifier: GPL-3.0-or-later
// What the values of options and arguments are: a name for the help, and what a shell offers in their place. It stands beside each option.

#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace cloop::cli {

/// A word that fits, and what it is.
struct Candidate {
    std::string word;
    std::string meaning{};
};
using Candidates = std::vector<Candidate>;

/// A command line up to the word that is being written.
struct Unfinished {
    const CLI::App &root;
    std::string first;    ///< the command's first argument, such as an image; empty: none yet
    std::string written;  ///< the beginning of the word
};

/// Which names of files a shell offers by itself.
enum class Files { none, all, folders, images };

struct ValueKind {
    const char *name;                               ///< in the help; translated there
    Files files = Files::none;
    Candidates (*find)(const Unfinished &) = nullptr;  ///< what else fits; may give words that begin otherwise
};

/// Each has a name of its own.
namespace value {
extern const ValueKind image, source, output, file, map, folder, roots_and_output;
extern const ValueKind path, paths_and_folder;  ///< inside an image
extern const ValueKind device, mounted, attached, target, disk;
extern const ValueKind command;
extern const ValueKind number, size, bytes, seconds, text, words, pattern, owner, url, address;
} // namespace value

/// Says of what kind the value is; of a flag: that it may have one, behind "=". Returns `option`.
CLI::Option *takes(CLI::Option *option, const ValueKind &kind);

/// Says that the value is a number from `lowest` to `highest`, and refuses any other. Returns `option`.
CLI::Option *takes_number(CLI::Option *option, unsigned lowest, unsigned highest);

/// Says that the value is one of `words`, which the help then shows, and refuses any other. Returns `option`.
CLI::Option *takes_one_of(CLI::Option *option, const std::vector<std::string> &words);

/// The kind that takes() has set; null for takes_one_of(), and for other flags.
const ValueKind *kind_of(const CLI::Option &option);

/// The words of takes_one_of(); else none.
std::vector<std::string> words_of(const CLI::Option &option);

/// The next word is the value. Not of a flag: if that has a kind, its value, or none, follows "=" (--cluster, --cluster=URL).
bool has_value(const CLI::Option &option);

} // namespace cloop::cli
