// SPDX-License-Identifier: GPL-3.0-or-later
// Paths of documents: what a sandbox is given lies below a folder of the document portal's, under a number that means nothing to a person.

#pragma once

#include <QString>

namespace cloop::desktop {

/// "Pictures/a.png" of "/run/user/1000/doc/4f2a9c1/Pictures/a.png". Empty for the document's own folder; null where the path is no document's.
QString documentName(const QString &path);

/// Whether the path is a document that was given by itself: then nothing may be written beside it.
bool isLoneDocument(const QString &path);

/// A path as a person knows it: without what the portal puts before it.
QString shownPath(const QString &path);

/// A text with all its paths so.
QString withoutDocumentFolders(const QString &text);

} // namespace cloop::desktop
