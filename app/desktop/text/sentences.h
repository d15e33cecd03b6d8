// SPDX-License-Identifier: GPL-3.0-or-later
// Core's values as sentences and numbers that a person reads, in the language of the program.

#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "format/head.h"
#include "scan/block_scan.h"

#include <QString>

namespace cloop::desktop {

/// What went wrong, where, and what to do.
QString sentenceOf(const Error &error);

/// 65536 → "64 KiB".
QString sizeText(std::uint64_t bytes);

/// 4711 → "4,711", as the language has it.
QString numberText(std::uint64_t number);

/// 0.3725 → "37.3 %", as the language has it.
QString percentText(double share);

/// 75 seconds → "1:15"; above an hour "1:02 h".
QString clockText(double seconds);

/// As a person says it: "a moment", "about 40 s", "about 3 min".
QString aboutText(double seconds);

QString stateText(BlockState state);       ///< with what it means, where that needs saying
QString shortStateText(BlockState state);  ///< in a word
QString codecText(std::uint8_t number);
QString versionText(const Head &head);

/// What a damaged head says, and what was made of it.
QString correctionText(const HeadCorrection &correction);

/// Why blocks are lost, without where.
QString causeText(const Error &error);

/// A path, to be shown in a line of any direction of writing.
QString pathText(const QString &path);

/// "Compressing  120 MiB of 600 MiB".
QString progressText(const Progress &progress);

/// A path as core and the system have it.
std::string encodedPath(const QString &path);

/// A name of a file, whatever its bytes are.
QString nameText(std::string_view name);

} // namespace cloop::desktop
