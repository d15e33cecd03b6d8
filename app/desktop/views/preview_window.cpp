#include "views/preview_window.h"

#include "text/sentences.h"
#include "views/labels.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QStringDecoder>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

/// Bytes in rows of sixteen, for what is no text.
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
    setAttribute(Qt::WA_DeleteOnClose);
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
    const auto &file = *static_cast<const ImageFile *>(archive->entryOf(node));
    // A scratched disc takes its time: not in the window's thread.
    job_.start(
        [archive, &file](const std::stop_token &, const ProgressSink &) -> Result<Read> {
            const std::unique_ptr<SourceDevice> content(file.createDevice());
            Read read{content->read(mostBytes), 0};
            read.lost = content->lostBytes();
            return read;
        },
        [this, size = file.size()](const Result<Read> &read) { take(*read, size); });
}

QString PreviewWindow::text() const { return text_->toPlainText(); }
QString PreviewWindow::note() const { return note_->text(); }

void PreviewWindow::take(const Read &read, qint64 size) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    // A letter may be cut in two at the end, and that is no fault.
    const QString decoded = decoder(read.bytes);
    const bool isText = !read.bytes.contains('\0') && !decoder.hasError();
    text_->setPlainText(isText ? decoded : hexRows(read.bytes.first(std::min<qsizetype>(read.bytes.size(), 65536))));
    QStringList notes{sizeText(static_cast<std::uint64_t>(size))};
    if (read.lost > 0) notes << tr("%1 of it is lost and shown as zeros").arg(sizeText(read.lost));
    if (!isText) notes << tr("no text: its bytes are shown");
    if (read.bytes.size() < size) notes << tr("only the beginning is shown");
    note_->setText(notes.join(QStringLiteral(" · ")).toHtmlEscaped());
    emit loaded();
}

} // namespace cloop::desktop
