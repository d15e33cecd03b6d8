// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/log_dialog.h"

#include "text/sentences.h"
#include "views/ask_open.h"
#include "views/labels.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace cloop::desktop {

LogDialog::LogDialog(JobQueue &queue, QWidget *parent) : QDialog(parent), text_(new QPlainTextEdit(queue.log().join(QLatin1Char('\n')))) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Log"));
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text_->setAccessibleName(tr("What happened"));
    text_->setPlaceholderText(tr("Nothing has happened yet."));
    connect(&queue, &JobQueue::logged, text_, &QPlainTextEdit::appendPlainText);
    auto *kept = textLabel();
    const LogFile &file = queue.logFile();
    kept->setText((file.trouble().isEmpty() ? tr("The log is kept in %1, also that of earlier days.").arg(pathText(file.path()))
                                            : tr("The log can't be kept in %1: %2").arg(pathText(file.path()), file.trouble()))
                      .toHtmlEscaped());
    kept->setHidden(file.path().isEmpty());
    makeQuiet(kept);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(text_->toPlainText()); });
    connect(buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole), &QPushButton::clicked, this, &LogDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(apart, apart, apart, apart);
    column->setSpacing(rhythm);
    column->addWidget(text_, 1);
    column->addWidget(kept);
    column->addWidget(buttons);
    resize(720, 420);
}

void LogDialog::save() {
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the log"), QDir(lastFolder()).filePath(QStringLiteral("cloopsmith.log")));
    if (path.isEmpty()) return;
    QSaveFile file(path);
    const QByteArray bytes = text_->toPlainText().toUtf8() + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        text_->appendPlainText(tr("%1 can't be written: %2").arg(path, file.errorString()));
}

} // namespace cloop::desktop
