// SPDX-License-Identifier: GPL-3.0-or-later
// Formats core's values as text in the language of the program.

#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "format/head.h"
#include "scan/block_scan.h"

#include <QDateTime>
#include <QString>

namespace cloop::desktop {

/// What failed, where, and what to do.
QString sentenceOf(const Error &error);

/// 65536 → "64 KiB".
QString sizeText(std::uint64_t bytes);

/// 4711 → "4,711", by locale.
QString numberText(std::uint64_t number);

/// 0.3725 → "37.3 %", by locale.
QString percentText(double share);

/// 75 seconds → "1:15"; above an hour "1:02 h".
QString clockText(double seconds);

/// "today at 10:15", "yesterday", "3 days ago"; after a month "on 11/24/26".
QString whenText(const QDateTime &when);

/// "a moment", "about 40 s", "about 3 min", "about 1:20 h".
QString aboutText(double seconds);

QString stateText(BlockState state);       ///< with an explanation if needed
QString shortStateText(BlockState state);  ///< one word

/// "3 blocks damaged, 2 unreadable", or what there is of it. Pre: one of them is > 0.
QString lostText(std::uint64_t damaged, std::uint64_t unreadable);

QString codecText(std::uint8_t number);
QString versionText(const Head &head);

/// The damaged and the corrected value of a head.
QString correctionText(const HeadCorrection &correction);

/// Why blocks are lost, without their place.
QString causeText(const Error &error);

/// A path as shownPath() has it, for a line of any writing direction.
QString pathText(const QString &path);

/// Where a folder can't be shown.
QString noFileManagerText(const QString &folder);

/// "Compressing  120 MiB of 600 MiB".
QString progressText(const Progress &progress);

/// A path in the encoding of core and the system.
std::string encodedPath(const QString &path);

/// A file name of any bytes as text.
QString nameText(std::string_view name);

} // namespace cloop::desktop
