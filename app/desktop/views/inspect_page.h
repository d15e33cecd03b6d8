// SPDX-License-Identifier: GPL-3.0-or-later
// The page of an open image: map, facts, files, and the check.

#pragma once

#include "jobs/scan_job.h"
#include "models/opened_image.h"
#include "models/scan_report.h"
#include "views/contents_tab.h"
#include "views/damage_tab.h"
#include "views/map_page.h"

class QTabWidget;

namespace cloop::desktop {

class BlockInspector;
class BlocksTab;
class FactsTab;

class InspectPage final : public MapPage {
    Q_OBJECT

public:
    explicit InspectPage(JobQueue &queue, QWidget *parent = nullptr);
    ~InspectPage() override;

    /// Shows the image; stops the check of another one.
    void show(OpenedImage opened);

    const OpenedImage &opened() const { return opened_; }
    bool isScanning() const { return scan_.isRunning(); }
    const Job *scanJob() const { return scan_.job(); }

    /// Starts a check, or resumes a stopped one.
    void startScan();
    void cancelScan() { scan_.cancel(); }

    /// Loads the states of an earlier check from its map file: the next check skips sound blocks. Errors: those of load_map_file() and states_from().
    Status takeUp(const QString &mapFile);

    /// Applies the map file of a copied disc; `offset`: of the image on the disc, if the image is a separate file. Errors: those of load_map_file().
    Status layOver(const QString &mapFile, std::uint64_t offset);

    Status saveReport(const QString &path, DamageTab::Format format) const;

    /// Saves the map as .png or .svg. Errors: write_failed, same_file.
    Status savePicture(const QString &path) const;

    /// Queues a job that extracts the selection, or all, to a folder or archive.
    void extract(const QString &target, ContentsTab::Target kind);

    void setScheme(MapScheme scheme) override;

    ContentsTab *contentsTab() const { return contents_; }
    BlocksTab *blocksTab() const { return blocks_; }
    DamageTab *damageTab() const { return damage_; }
    void showTab(QWidget *tab);

signals:
    void scanEnded();
    void openInsideWanted(const cloop::desktop::OpenedImage &outer, cloop::NodeId node);  ///< a file to open as an image
    void failed(const QString &sentence);

private:
    QWidget *makeSide();
    void connectTabs();
    std::vector<BlockState> states() const;
    bool canGoOn() const;
    void takeStates();
    void showBlocks(std::size_t first, std::size_t last);
    void lightNodes();
    void endScan(const Result<ScanResult> &result);
    void listDamage();
    ScanReport report() const;
    std::vector<NodeFacts> facts() const;
    QString askMapFile(const QString &title);
    void askExtract(ContentsTab::Target kind);
    void askReport(DamageTab::Format format);
    void askTakeUp();
    void askLayOver();
    void sayFailure(const Error &error);

    JobQueue &queue_;
    OpenedImage opened_;
    std::vector<LostBlocks> causes_;     ///< of the last complete check
    std::vector<std::size_t> uncopied_;  ///< blocks unreadable only by the map of a copied disc
    std::vector<LostBlocks> bad_;        ///< the blocks in the damage list
    QElapsedTimer listed_;      ///< when the list was last updated during a check
    qint64 listingTook_ = 0;    ///< ms
    QTabWidget *tabs_;
    FactsTab *factsTab_;
    ContentsTab *contents_;
    BlocksTab *blocks_;
    DamageTab *damage_;
    BlockInspector *inspector_;
    ScanJob scan_;
};

} // namespace cloop::desktop
