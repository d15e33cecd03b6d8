// Core's values as sentences and numbers that a person reads, in the language of the program.

#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "scan/block_scan.h"

#include <QString>

namespace cloop::desktop {

/// What went wrong, where, and what to do.
QString sentenceOf(const Error &error);

/// 65536 → "64 KiB".
QString sizeText(std::uint64_t bytes);

/// 4711 → "4,711", as the language has it.
QString numberText(std::uint64_t number);

QString stateText(BlockState state);

/// "Compressing  120 MiB of 600 MiB".
QString progressText(const Progress &progress);

/// A name of a file, whatever its bytes are.
inline QString nameText(const std::string &name) { return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())); }

} // namespace cloop::desktop
