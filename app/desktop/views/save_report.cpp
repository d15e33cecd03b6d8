// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/save_report.h"

#include "file/image_name.h"
#include "file/output_target.h"
#include "models/suggested_path.h"
#include "text/sentences.h"
#include "views/ask_path.h"

#include <QCoreApplication>

namespace cloop::desktop {

namespace {

struct ReportSaving {
    Q_DECLARE_TR_FUNCTIONS(SaveReport)
};

QByteArray bytesOf(const ScanReport &report, DamageView::Format format) {
    switch (format) {
    case DamageView::Format::map: return report.mapFile();
    case DamageView::Format::json: return report.json();
    case DamageView::Format::csv: return report.csv();
    case DamageView::Format::text: return report.text();
    }
    return {};
}

SaveKind kindOf(DamageView::Format format) {
    switch (format) {
    case DamageView::Format::map: return {ReportSaving::tr("Map files"), QStringLiteral(".map")};
    case DamageView::Format::json: return {ReportSaving::tr("JSON"), QStringLiteral(".json")};
    case DamageView::Format::csv: return {ReportSaving::tr("Tables"), QStringLiteral(".csv")};
    case DamageView::Format::text: return {ReportSaving::tr("Text"), QStringLiteral(".txt")};
    }
    return {};
}

} // namespace

Status saveReport(const ScanReport &report, const QString &path, DamageView::Format format) {
    const QByteArray bytes = bytesOf(report, format);
    CLOOP_LET(sink, open_output({.path = encodedPath(path),
                                 .is_image = false,
                                 .replace = NewFile::Replace::yes,
                                 .inputs = ImageName::of(encodedPath(report.opened.path)).files()},
                                {}));
    CLOOP_TRY(sink->write(std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())))));
    return sink->commit();
}

Result<QString> askSaveReport(QWidget *parent, const ScanReport &report, DamageView::Format format) {
    const SaveKind kind = kindOf(format);
    const QString path = askSavePath(parent, ReportSaving::tr("Save the report"), suggestedPath(report.opened.path, kind.suffix), {kind});
    if (!path.isEmpty()) CLOOP_TRY(saveReport(report, path, format));
    return path;
}

} // namespace cloop::desktop
