// SPDX-License-Identifier: GPL-3.0-or-later
// Common dialogs for saving files.

#pragma once

#include "file/pending_entry.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

class QWidget;

namespace cloop::desktop {

struct SaveKind {
    QString meaning;  ///< for the dialog's list, such as "Text", "Pictures"
    QString suffix;   ///< with the dot
};

/// `path` with the right suffix: one typed by the user, else that of the chosen kind. `suggested`: the path before editing.
QString withSuffix(const QString &path, const QString &suggested, const QList<SaveKind> &kinds, const SaveKind &chosen);

/// Asks for a file name of one of these kinds, and before replacing a file. Empty: cancelled.
QString askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QList<SaveKind> &kinds);

/// True if the disc of `path` has room for the `likely` bytes needed, or the user agrees to try.
bool mayBeTooLarge(QWidget *parent, const QString &title, const QString &path, std::uint64_t likely);

/// Replace::yes if the user agrees to replace what is at `path`; Replace::no if nothing is there, so that what appears later stays. None: refused.
std::optional<Replace> askReplace(QWidget *parent, const QString &title, const QString &path);

} // namespace cloop::desktop
