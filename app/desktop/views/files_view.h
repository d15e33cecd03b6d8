// SPDX-License-Identifier: GPL-3.0-or-later
// The files inside an image: found, looked into, chosen.

#pragma once

#include "job/node_selection.h"
#include "models/contents_model.h"

#include <QWidget>

#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace cloop::desktop {

class KeptColumns;

class FilesView final : public QWidget {
    Q_OBJECT

public:
    explicit FilesView(QWidget *parent = nullptr);
    ~FilesView() override;

    /// `without`: the reason if `archive` is null.
    void setArchive(std::shared_ptr<const ImageArchive> archive, const QString &without = {});
    void setFacts(std::vector<NodeFacts> facts);

    /// Shows and selects the node in the tree.
    void choose(NodeId node);
    std::vector<NodeId> chosen() const;

    /// What an extraction takes: what is chosen; else what a filter shows; else all.
    enum class Scope { chosen, found, all };
    Scope scope() const;
    NodeSelection inScope() const;

    ContentsModel *model() const { return model_; }

signals:
    void chosenChanged();
    void scopeChanged();
    void previewWanted(cloop::NodeId node);
    void extractWanted();
    void openWanted(cloop::NodeId node);  ///< a file inside, as an image
    void mapWanted();                     ///< the blocks of what is chosen
    void tooLargeToDrag();

private:
    void takeFilter();
    void takeChosen();
    void activate(const QModelIndex &index);
    void showMenu(const QPoint &position);
    void makeColumns();
    void drag();

    ContentsModel *model_;
    QLineEdit *find_;
    QCheckBox *onlyDamaged_;
    QTreeView *tree_;
    std::unique_ptr<KeptColumns> columns_;
    QLabel *empty_;
};

} // namespace cloop::desktop
