// SPDX-License-Identifier: GPL-3.0-or-later
// Options for a folder or archive source: file system, label, exclusions, owner.

#pragma once

#include "job/build_image.h"
#include "source/open_stream.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace cloop::desktop {

/// Shown for sources that become a file system. Choices are reset for the next source.
class SourceChoices final : public QWidget {
    Q_OBJECT

public:
    explicit SourceChoices(QWidget *parent = nullptr);

    void setKind(SourceKind kind);

    /// The filter by the current patterns; shows an invalid one below them. Errors: those of SourceFilter::exclude_lines().
    Result<SourceFilter> filter() const;
    TreeKind filesystem() const;
    QComboBox *filesystemBox() const { return filesystem_; }
    std::string label() const;
    std::optional<Owner> owner() const;

    QString patterns() const;
    void setPatterns(const QString &lines);

signals:
    void filterChanged();

private:
    void addPatternsOf(const QString &path);
    void checkPatterns();

    QComboBox *filesystem_;
    QLineEdit *label_;
    QPlainTextEdit *patterns_;
    QLabel *trouble_;
    QCheckBox *leaveMounted_;
    QCheckBox *allRoot_;
};

} // namespace cloop::desktop
