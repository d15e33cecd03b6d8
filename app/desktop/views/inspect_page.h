// SPDX-License-Identifier: GPL-3.0-or-later
// An image that is open: the map, what is known of it, what lies inside, and what a check finds.

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

    /// Shows it; a check of another image is stopped.
    void show(OpenedImage opened);

    const OpenedImage &opened() const { return opened_; }
    bool isScanning() const { return scan_.isRunning(); }
    const Job *scanJob() const { return scan_.job(); }

    /// Goes on where an earlier check was stopped.
    void startScan();
    void cancelScan() { scan_.cancel(); }

    /// What an earlier check found, from its map file: the next one leaves out what was sound. Error: as load_map_file(), states_from().
    Status takeUp(const QString &mapFile);

    /// The map file of a copied disc; `offset`: where on it the image begins, where the image itself does not tell. Errors: as load_map_file().
    Status layOver(const QString &mapFile, std::uint64_t offset);

    Status saveReport(const QString &path, DamageTab::Format format) const;

    /// The map with what is on it, as a .png or .svg. Errors: write_failed, same_file.
    Status savePicture(const QString &path) const;

    /// What was chosen, or all, into a folder or an archive: a job.
    void extract(const QString &target, ContentsTab::Target kind);

    void setScheme(MapScheme scheme) override;

    ContentsTab *contentsTab() const { return contents_; }
    BlocksTab *blocksTab() const { return blocks_; }
    DamageTab *damageTab() const { return damage_; }
    void showTab(QWidget *tab);

signals:
    void scanEnded();
    void openInsideWanted(const cloop::desktop::OpenedImage &outer, cloop::NodeId node);  ///< a file inside, as an image
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
    std::vector<LostBlocks> causes_;     ///< what the last whole check found
    std::optional<std::size_t> misplaced_;  ///< as in VerifyReport
    std::vector<std::size_t> uncopied_;  ///< blocks that are unreadable by the map of a copied disc alone
    std::vector<LostBlocks> bad_;        ///< what is listed
    QElapsedTimer listed_;      ///< when the list was made last, while a check runs
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
