// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/source_choices.h"

#include "text/sentences.h"
#include "views/ask_open.h"
#include "views/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr int patternLines = 3;  ///< visible lines

} // namespace

SourceChoices::SourceChoices(QWidget *parent)
    : QWidget(parent), filesystem_(new QComboBox), label_(new QLineEdit), patterns_(new QPlainTextEdit), trouble_(textLabel()),
      leaveMounted_(new QCheckBox(tr("Leave out what is mou&nted inside"))), allRoot_(new QCheckBox(tr("&All files belong to root"))) {
    filesystem_->addItem(tr("ISO 9660: every system reads it"), static_cast<int>(TreeKind::iso9660));
    filesystem_->addItem(tr("EROFS: for Linux, with all that it keeps of a file"), static_cast<int>(TreeKind::erofs));
    filesystem_->setToolTip(tr("EROFS keeps extended attributes, access lists and capabilities too. Linux reads it from version 5.4 on."));
    label_->setMaxLength(32);
    patterns_->setPlaceholderText(QStringLiteral("*.o\n/var/cache\n/tmp/*"));
    patterns_->setToolTip(
        tr("One pattern a line: *.o leaves out such names in every folder, /var/cache that one place, counted from the root of the source. "
           "A slash at the end means folders only. Lines that begin with # are comments."));
    patterns_->setAccessibleDescription(patterns_->toolTip());
    patterns_->setTabChangesFocus(true);
    patterns_->setLineWrapMode(QPlainTextEdit::NoWrap);
    const QMargins margins = patterns_->contentsMargins();
    const int around = 2 * static_cast<int>(patterns_->document()->documentMargin()) + margins.top() + margins.bottom();
    patterns_->setFixedHeight(patternLines * patterns_->fontMetrics().lineSpacing() + around);
    trouble_->hide();
    allRoot_->setToolTip(tr("Owner and group become 0, as in a system that is installed."));
    leaveMounted_->setToolTip(tr("Other file systems, such as /proc and /sys of a running system, stay as empty folders."));

    auto *filesystemText = new QLabel(tr("File system"));
    filesystemText->setBuddy(filesystem_);
    auto *labelText = new QLabel(tr("Label of the volume"));
    labelText->setBuddy(label_);
    auto *patternsText = new QLabel(tr("Leave ou&t"));
    patternsText->setBuddy(patterns_);
    auto *fromFile = new QPushButton(tr("From a file…"));
    auto *head = new QHBoxLayout;
    head->addWidget(patternsText, 1);
    head->addWidget(fromFile);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(rhythm);
    column->addWidget(filesystemText);
    column->addWidget(filesystem_);
    column->addWidget(labelText);
    column->addWidget(label_);
    column->addLayout(head);
    column->addWidget(patterns_);
    column->addWidget(trouble_);
    column->addWidget(leaveMounted_);
    column->addWidget(allRoot_);

    connect(fromFile, &QPushButton::clicked, this, [this] {
        const QString path = askOpenFile(this, tr("Patterns of what to leave out"));
        if (!path.isEmpty()) addPatternsOf(path);
    });
    connect(patterns_, &QPlainTextEdit::textChanged, this, &SourceChoices::checkPatterns);
    connect(leaveMounted_, &QCheckBox::toggled, this, &SourceChoices::filterChanged);
}

void SourceChoices::setKind(SourceKind kind) {
    filesystem_->setCurrentIndex(0);
    label_->clear();
    patterns_->clear();
    leaveMounted_->setChecked(false);
    allRoot_->setChecked(false);
    setVisible(kind != SourceKind::file);
    leaveMounted_->setVisible(kind == SourceKind::folder);
}

Result<SourceFilter> SourceChoices::filter() const {
    SourceFilter filter;
    filter.one_file_system = leaveMounted_->isChecked();
    CLOOP_TRY(filter.exclude_lines(patterns().toStdString()));
    return filter;
}

TreeKind SourceChoices::filesystem() const { return static_cast<TreeKind>(filesystem_->currentData().toInt()); }

std::string SourceChoices::label() const { return label_->text().toStdString(); }

std::optional<Owner> SourceChoices::owner() const { return allRoot_->isChecked() ? std::optional(Owner{}) : std::nullopt; }

QString SourceChoices::patterns() const { return patterns_->toPlainText(); }

void SourceChoices::setPatterns(const QString &lines) { patterns_->setPlainText(lines); }

void SourceChoices::addPatternsOf(const QString &path) {
    auto lines = SourceFilter::read_list(encodedPath(path));
    if (!lines) {
        trouble_->setText(sentenceOf(lines.error()).toHtmlEscaped());
        trouble_->show();
        return;
    }
    QString text = patterns();
    if (!text.isEmpty() && !text.endsWith(QLatin1Char('\n'))) text += QLatin1Char('\n');
    setPatterns(text + nameText(*lines));
}

void SourceChoices::checkPatterns() {
    const auto made = filter();
    trouble_->setVisible(!made);
    trouble_->setText(made ? QString() : sentenceOf(made.error()).toHtmlEscaped());
    emit filterChanged();
}

} // namespace cloop::desktop
