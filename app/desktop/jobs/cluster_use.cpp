// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/cluster_use.h"

#include "text/cluster_texts.h"
#include "text/error_texts.h"
#include "text/sentences.h"

#ifdef CLOOPSMITH_CLUSTER
#include "cluster/cluster.h"
#endif

#include <QCoreApplication>

namespace cloop::desktop {

ClusterUse::ClusterUse() = default;
ClusterUse::~ClusterUse() = default;

#ifdef CLOOPSMITH_CLUSTER

namespace {

struct ClusterUseText {
    Q_DECLARE_TR_FUNCTIONS(ClusterUse)
};

/// What a computer calls itself comes from there, and may be anything.
QString nameOf(const std::string &name) {
    const QString text = QString::fromStdString(name).simplified().left(40);
    return text.isEmpty() ? QCoreApplication::translate(text_context, nameless_computer) : text;
}

/// What the list of helpers does not show; empty if it does.
QString newsText(const ClusterEvent &event) {
    if (event.kind == ClusterEvent::Kind::joined || event.kind == ClusterEvent::Kind::left) return {};
    const QString sentence = QCoreApplication::translate(text_context, text_of(event.kind).sentence);
    return nameText(filled_in(sentence.toStdString(), nameOf(event.helper).toStdString(), numberText(most_wrong_blocks).toStdString()));
}

} // namespace

bool ClusterUse::isPossible() { return true; }

Status ClusterUse::start(CreateOptions &options, const std::stop_token &stop) {
    CLOOP_LET(started, Cluster::start({.listen = "0.0.0.0"}, options.block_size, stop));
    const std::lock_guard lock(mutex_);
    cluster_ = std::move(started);
    options.make_encoders = [this, cluster = cluster_](const PipelineOptions &pipeline) {
        return cluster->encoders(pipeline, [this](const ClusterEvent &event) {
            const std::lock_guard inner(mutex_);
            if (const QString text = newsText(event); !text.isEmpty()) news_ = text;
        });
    };
    return {};
}

void ClusterUse::end() {
    // The server takes a moment to end, during which the window may ask.
    std::shared_ptr<Cluster> last;
    const std::lock_guard lock(mutex_);
    last.swap(cluster_);
    news_.clear();
}

QString ClusterUse::line() const {
    const std::lock_guard lock(mutex_);
    return cluster_ ? QStringLiteral("cloop worker ") + QString::fromStdString(cluster_->worker_url()) : QString();
}

QStringList ClusterUse::helpers() const {
    const std::lock_guard lock(mutex_);
    QStringList rows;
    if (!cluster_) return rows;
    for (const Helper &helper : cluster_->helpers()) {
        if (!helper.is_here) continue;
        const double seconds = std::chrono::duration<double>(std::chrono::system_clock::now() - helper.since).count();
        rows << ClusterUseText::tr("%1: %n thread(s), %2/s, for %3", "a computer that helps", static_cast<int>(helper.threads))
                    .arg(nameOf(helper.name), sizeText(static_cast<std::uint64_t>(helper.bytes_per_second)), clockText(seconds));
    }
    if (rows.isEmpty()) rows << ClusterUseText::tr("No other computer helps yet.");
    if (!news_.isEmpty()) rows << news_;
    return rows;
}

#else

bool ClusterUse::isPossible() { return false; }
Status ClusterUse::start(CreateOptions &, const std::stop_token &) { return {}; }
void ClusterUse::end() {}
QString ClusterUse::line() const { return {}; }
QStringList ClusterUse::helpers() const { return {}; }

#endif

} // namespace cloop::desktop
