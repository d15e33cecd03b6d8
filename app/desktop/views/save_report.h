// SPDX-License-Identifier: GPL-3.0-or-later
// Saves the report of a check.

#pragma once

#include "models/scan_report.h"
#include "views/damage_view.h"

namespace cloop::desktop {

/// Writes the report, but never over a file of the image that it tells of. Errors: those of open_output() and ByteSink.
Status saveReport(const ScanReport &report, const QString &path, DamageView::Format format);

/// The same, after asking where to. The path; empty: cancelled.
Result<QString> askSaveReport(QWidget *parent, const ScanReport &report, DamageView::Format format);

} // namespace cloop::desktop
