// An image that is open: the map, what is known of it, and what a scan finds.

#pragma once

#include "core_job.h"
#include "map_page.h"
#include "opened_image.h"

#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace cloop::desktop {

class InspectPage final : public MapPage {
    Q_OBJECT

public:
    explicit InspectPage(QWidget *parent = nullptr);
    ~InspectPage() override;

    /// Shows it; a scan of another image is stopped.
    void show(OpenedImage opened);

    const OpenedImage &opened() const { return opened_; }
    bool isScanning() const { return scan_.isRunning(); }

    void startScan();
    void cancelScan() { scan_.cancel(); }

signals:
    void scanEnded();

private:
    struct Feed;

    QWidget *makeSide();
    void sayUnchecked();
    void showFacts();
    void showBlocks(std::size_t first, std::size_t last);
    void takeJudged();
    void endScan(const Result<ScanResult> &result);
    void addDamage(const std::vector<LostBlocks> &bad);
    QString describe(std::size_t first, std::size_t last) const;
    QString describeOne(std::size_t block) const;

    OpenedImage opened_;
    std::shared_ptr<Feed> feed_;
    QLabel *facts_;
    QLabel *block_;
    QLabel *status_;
    QProgressBar *progress_;
    QPushButton *scanButton_;
    QPushButton *pauseButton_;
    QTreeView *damage_;
    QStandardItemModel *damageModel_;
    CoreJob scan_;
};

} // namespace cloop::desktop
