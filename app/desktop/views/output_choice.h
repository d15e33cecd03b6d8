// SPDX-License-Identifier: GPL-3.0-or-later
// Where an image is to be written, with what is wrong with that place and how much room it has.

#pragma once

#include "jobs/lookout.h"
#include "models/suggested_path.h"

#include <QWidget>

namespace cloop::desktop {

class PathEdit;
class ToneLabel;

/// The path with `suffix` where it names a file without one; digits alone, as in "debian-12.5", are none.
QString withImageSuffix(const QString &path, const QString &suffix);

class OutputChoice final : public QWidget {
    Q_OBJECT

public:
    explicit OutputChoice(QWidget *parent = nullptr);

    QString path() const;
    void setPath(const QString &path);

    /// The same for a path that nobody has chosen yet: says why the name has a number.
    void suggest(const SuggestedPath &suggested);

    /// The folder that becomes the image, where one does: nothing may be written into it.
    void setSourceFolder(const QString &path);

    /// What a name without a suffix gets; ".cloop" at first.
    void setSuffix(const QString &suffix) { suffix_ = suffix; }

    /// Parts are named NAME.000, NAME.001, … and want no suffix before that.
    void setSplit(bool isSplit);

    /// Bytes that the image takes by its estimate; 0: not known.
    void setNeeded(std::uint64_t bytes);

    /// Whether a file with the sum is to be written beside the image.
    void setSum(bool hasSum);

    /// Adds the suffix that was left out, unless the desktop's dialog gave a sandbox just this name.
    void complete();

    /// In a sandbox, asks for the place where nobody has chosen it yet. False: cancelled.
    bool ask();

    /// False where the image can't be written to that place; then it says why.
    bool isUsable() const;

signals:
    void changed();
    void entered();  ///< with Enter

private:
    /// What the disc tells of the folder.
    struct Place {
        QString folder;  ///< with no symbolic link on the way; empty: there is none
        std::optional<std::uint64_t> room;
    };

    QString trouble() const;
    void judge();
    void lookAtPlace();
    void say();
    QString question() const;
    QString filter() const;
    void choose();

    PathEdit *edit_;
    SuggestedPath suggested_;
    ToneLabel *trouble_;
    ToneLabel *number_;
    ToneLabel *room_;
    QString asked_;               ///< the folder that is looked at, or was
    std::optional<Place> place_;  ///< none: it has not answered yet
    QString sourceFolder_;
    QString suffix_ = QStringLiteral(".cloop");
    std::uint64_t needed_ = 0;
    bool isSplit_ = false;
    bool hasSum_ = false;
    Lookout lookout_;
};

} // namespace cloop::desktop
