// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/export_dialog.h"

#include "file/image_name.h"
#include "file/output_target.h"
#include "job/extract_content.h"
#include "job/needed_room.h"
#include "job/open_image.h"
#include "job/sum_file.h"
#include "models/scan_report.h"
#include "models/suggested_path.h"
#include "text/media.h"
#include "text/sentences.h"
#include "views/ask_path.h"
#include "views/labels.h"
#include "views/path_edit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QPushButton>
#include <QThread>
#include <QVBoxLayout>

namespace cloop::desktop {

namespace {

struct ExportRequest {
    std::shared_ptr<const BlockReader> image;
    std::string output;
    std::vector<std::string> inputs;
    bool verify = true;
    bool writeSum = true;
    Replace replace = Replace::no;
    Replace replaceSum = Replace::no;
};

struct Exported {
    ExtractResult content;
    std::vector<BlockState> states;   ///< of all blocks
    std::optional<Error> sumTrouble;  ///< why the sum was not written; the content is complete
};

/// Measured: what was written in two seconds is read back in about one.
std::vector<PhaseShare> phasesOf(const ExportRequest &request) {
    std::vector<PhaseShare> phases{{Phase::extract, 1}};
    if (request.verify) phases.push_back({Phase::verify, 0.5});
    return phases;
}

Result<Exported> exportContent(const ExportRequest &request, const std::stop_token &stop, const ProgressSink &progress) {
    OutputRequest target{
        .path = request.output, .is_image = false, .replace = request.replace, .most_size = request.image->size(), .inputs = request.inputs};
    target.needed_room = [&] { return room_for_content(*request.image); };
    CLOOP_LET(sink, open_output(target, stop));
    CLOOP_LET(result,
              extract_content(
                  *request.image, *sink,
                  {.threads = static_cast<unsigned>(QThread::idealThreadCount()), .keep_going = true, .want_sha256 = true, .verify = request.verify},
                  stop, progress));
    Exported exported{std::move(result), {}, {}};
    for (const BlockRun &run : exported.content.states) exported.states.insert(exported.states.end(), run.count(), run.state);
    // No sum for incomplete content, because it would make that look valid.
    if (request.writeSum && exported.content.lost.empty())
        if (auto written = write_sum_file(sum_file_beside(request.output), request.output, exported.content.sha256, request.replaceSum, stop);
            !written)
            exported.sumTrouble = written.error();
    return exported;
}

QString resultText(const OpenedImage &opened, const Exported &exported) {
    const ExtractResult *result = &exported.content;
    QStringList parts;
    if (const std::size_t lost = count_lost(result->lost)) {
        parts << ExportDialog::tr("%n block(s) are lost, with zeros in their place:", nullptr, static_cast<int>(lost));
        QStringList which;
        for (const LostBlocks &run : result->lost) {
            if (which.size() == 20) {
                which << ExportDialog::tr("… all of them in the log");
                break;
            }
            which << blocksText(run.first, run.last);
            QStringList paths = opened.pathsIn(run.first, run.last, 6);
            if (paths.size() > 5) paths[5] = QStringLiteral("…");
            if (!paths.isEmpty()) which.last() += QStringLiteral(" (%1)").arg(paths.join(QStringLiteral(", ")));
        }
        parts << which.join(QStringLiteral("; ")) + QLatin1Char('.');
        parts << ExportDialog::tr("No SHA-256 file was written, since the content is not whole.");
    }
    parts << (result->is_verified ? ExportDialog::tr("%1 written and verified.").arg(sizeText(result->size))
                                  : ExportDialog::tr("%1 written.").arg(sizeText(result->size)));
    parts << QStringLiteral("SHA-256: %1").arg(QString::fromStdString(result->sha256));
    if (exported.sumTrouble) parts << ExportDialog::tr("It could not be written into a file: %1").arg(sentenceOf(*exported.sumTrouble));
    QStringList lines{parts.join(QLatin1Char(' '))};
    for (const LostBlocks &run : result->lost)
        lines << blocksText(run.first, run.last) + QStringLiteral(": ") + opened.pathsIn(run.first, run.last, 1000).join(QStringLiteral(", "));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString mediumText(std::uint64_t bytes) {
    const QString size = ExportDialog::tr("%1 (%2 bytes)").arg(sizeText(bytes), numberText(bytes));
    const Medium *medium = smallestMediumFor(bytes);
    if (!medium) return ExportDialog::tr("%1: too large for any disc; a USB stick may take it.").arg(size);
    return ExportDialog::tr("%1: fits %2, with %3 to spare.")
        .arg(size, QCoreApplication::translate("Media", medium->name), sizeText(medium->capacity - bytes));
}

ExportDialog::ExportDialog(const OpenedImage &opened, JobQueue &queue, QWidget *parent)
    : QDialog(parent), opened_(opened), queue_(queue), output_(new PathEdit),
      verify_(new QCheckBox(tr("&Verify: read it back from the disc and compare"))),
      sum_(new QCheckBox(tr("Write its &SHA-256 into a file beside it"))), fits_(textLabel()) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export the content"));
    auto *what = textLabel();
    what->setText(tr("The content of the image, uncompressed: an ISO to burn, where it is one. Where a block is lost, zeros stand in its place, and "
                     "the result lists them.")
                      .toHtmlEscaped());
    fits_->setText(mediumText(opened_.image->size()).toHtmlEscaped());
    verify_->setChecked(true);
    sum_->setChecked(true);
    auto *label = new QLabel(tr("&Write to"));
    label->setBuddy(output_);
    auto *browse = new QPushButton(tr("Choose…"));
    auto *line = new QHBoxLayout;
    line->setSpacing(rhythm);
    line->addWidget(output_, 1);
    line->addWidget(browse);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    auto *run = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2 * rhythm, 2 * rhythm, 2 * rhythm, 2 * rhythm);
    column->setSpacing(rhythm);
    column->addWidget(what);
    column->addWidget(fits_);
    column->addWidget(label);
    column->addLayout(line);
    column->addWidget(verify_);
    column->addWidget(sum_);
    column->addStretch();
    column->addWidget(buttons);
    // Enter exports, whichever field has the focus.
    browse->setAutoDefault(false);
    run->setDefault(true);
    run->setFocus();
    setMinimumWidth(520);
    setOutput(suggestedPath(opened_.path, opened_.filesystem ? QStringLiteral(".iso") : QStringLiteral(".raw")));
    output_->setBeside(true);
    connect(sum_, &QCheckBox::toggled, output_, &PathEdit::setBeside);
    connect(browse, &QPushButton::clicked, this, [this] { output_->choose(question(), filter()); });
    connect(output_, &QLineEdit::textChanged, run, [run](const QString &text) { run->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ExportDialog::whenRead(Read tell) { whenRead_ = std::move(tell); }

void ExportDialog::setOutput(const QString &path) { output_->setPath(path); }

QString ExportDialog::question() { return tr("Export to"); }

QString ExportDialog::filter() { return tr("ISO images (*.iso);;All files (*)"); }

void ExportDialog::start() {
    if (output_->path().isEmpty() || !output_->ask(question(), filter())) return;
    const QString output = output_->path();
    const auto replace = askReplace(this, windowTitle(), output);
    const auto replaceSum = !replace || !sum_->isChecked() ? replace : askReplace(this, windowTitle(), output + QStringLiteral(".sha256"));
    if (!replaceSum) return;
    if (!mayBeTooLarge(this, windowTitle(), output, room_for_content(*opened_.image).likely)) return;
    const ExportRequest request{opened_.image, encodedPath(output), ImageName::of(encodedPath(opened_.path)).files(), verify_->isChecked(),
                                sum_->isChecked(), *replace, *replaceSum};
    queue_.add(
        JobOrder{.title = tr("Export %1").arg(QFileInfo(output).fileName()),
                 .kind = JobKind::exportContent,
                 .output = output,
                 .phases = phasesOf(request)},
        [request, key = opened_.checkKey](const std::stop_token &stop, const ProgressSink &progress) {
            auto exported = exportContent(request, stop, progress);
            if (exported) KnownCheck::keep(key, *request.image, exported->states);
            return exported;
        },
        [opened = opened_, whenRead = whenRead_](const Result<Exported> &result) {
            if (result && whenRead) whenRead(result->states, result->content.lost);
            return result ? resultText(opened, *result) : QString();
        });
    accept();
}

} // namespace cloop::desktop
