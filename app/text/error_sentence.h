// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the message of a command-line program of an Error: the table's sentence with name, place and advice.

#pragma once

#include "base/error.h"
#include "format/head.h"

#include <string>

namespace cloop {

/// "big.cloop: block 4711 (offset 301 989 888): the stored data can't be decompressed."
std::string sentence(const Error &error);

/// The same without the advice, where the program has already done something about it.
std::string sentence_alone(const Error &error);

/// The command in the advice that installs what is missing: "sudo apt install udisks2". Empty: none.
std::string install_command(const Error &error);

/// "It says 37 blocks. The index shows 36, which is used.": the damaged and the corrected value of a head.
std::string sentence(const HeadCorrection &correction);

} // namespace cloop
