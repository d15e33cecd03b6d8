// SPDX-License-Identifier: GPL-3.0-or-later
// Where something is to be saved, asked in one way.

#pragma once

#include <QList>
#include <QString>

#include <cstdint>

class QWidget;

namespace cloop::desktop {

struct SaveKind {
    QString meaning;  ///< "Text", "Pictures": for the dialog's list
    QString suffix;   ///< with its dot
};

/// The path with the suffix of what is to be saved: one that was written is kept, else that of the kind that was chosen. `suggested`: the
/// path that was there before anything was written.
QString withSuffix(const QString &path, const QString &suggested, const QList<SaveKind> &kinds, const SaveKind &chosen);

/// Asks for a name of one of these kinds; what is there already is replaced only when one says so. Empty: none.
QString askSavePath(QWidget *parent, const QString &title, const QString &suggested, const QList<SaveKind> &kinds);

/// Whether to begin although the disc of `path` has less room than the `likely` bytes that are needed: it has, or one says so.
bool mayBeTooLarge(QWidget *parent, const QString &title, const QString &path, std::uint64_t likely);

/// Whether `path` may be written: nothing is there, or one says that it is to be replaced.
bool mayReplace(QWidget *parent, const QString &title, const QString &path);

} // namespace cloop::desktop
