// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/preview_window.h"

#include "text/sentences.h"
#include "views/labels.h"

#include <QCloseEvent>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

constexpr qint64 pieceSize = 65536;
constexpr qsizetype mostHexBytes = 65536;

/// Bytes in rows of sixteen, for content that is not text.
QString hexRows(const QByteArray &bytes) {
    QString rows;
    for (qsizetype at = 0; at < bytes.size(); at += 16) {
        const QByteArray row = bytes.mid(at, 16);
        QString letters;
        for (const char c : row) letters += c >= 0x20 && c < 0x7F ? QLatin1Char(c) : QLatin1Char('.');
        rows += QStringLiteral("%1  %2  %3\n").arg(at, 8, 16, QLatin1Char('0')).arg(QString::fromLatin1(row.toHex(' ')), -47).arg(letters);
    }
    return rows;
}

} // namespace

PreviewWindow::PreviewWindow(std::shared_ptr<const ImageArchive> archive, NodeId node, QWidget *parent)
    : QWidget(parent, Qt::Window), text_(new QPlainTextEdit), note_(textLabel()) {
    setWindowTitle(nameText(archive->filesystem()->path(node)));
    text_->setReadOnly(true);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text_->setAccessibleName(tr("Content of the file"));
    note_->setText(tr("Reading…"));
    note_->setContentsMargins(rhythm, rhythm, rhythm, rhythm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(note_);
    column->addWidget(text_, 1);
    resize(720, 520);
    // Not in the window's thread, because reading a damaged disc is slow.
    job_.start(
        [content = std::make_shared<SourceDevice>(archive->filesystem()->open_file(node))](const std::stop_token &stop,
                                                                                           const ProgressSink &) -> Result<Read> {
            Read read;
            while (read.bytes.size() < mostBytes && !content->atEnd()) {
                if (stop.stop_requested()) return fail(ErrorCode::cancelled);
                read.bytes += content->read(pieceSize);
            }
            read.lost = content->lostBytes();
            return read;
        },
        [this, size = (*archive->filesystem())[node].size](const Result<Read> &read) {
            if (isClosed_) deleteLater();
            else if (read) take(*read, size);
            else note_->setText(sentenceOf(read.error()).toHtmlEscaped());
        });
}

QString PreviewWindow::text() const { return text_->toPlainText(); }
QString PreviewWindow::note() const { return note_->text(); }

void PreviewWindow::closeEvent(QCloseEvent *event) {
    event->accept();
    isClosed_ = true;
    if (job_.isRunning()) job_.cancel();
    else deleteLater();
}

void PreviewWindow::take(const Read &read, std::uint64_t size) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    // A character cut at the end is not an error.
    const QString decoded = decoder(read.bytes);
    const bool isText = !read.bytes.contains('\0') && !decoder.hasError();
    const QByteArray shown = isText ? read.bytes : read.bytes.first(std::min(read.bytes.size(), mostHexBytes));
    text_->setPlainText(isText ? decoded : hexRows(shown));
    QStringList notes{sizeText(size)};
    if (read.lost > 0) notes << tr("%1 of it is lost and shown as zeros").arg(sizeText(read.lost));
    if (!isText) notes << tr("no text: its bytes are shown");
    if (static_cast<std::uint64_t>(shown.size()) < size) notes << tr("only the beginning is shown");
    note_->setText(notes.join(QStringLiteral(" · ")).toHtmlEscaped());
    emit loaded();
}

} // namespace cloop::desktop
