// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/cluster_use.h"

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
    return text.isEmpty() ? ClusterUseText::tr("a computer without a name") : text;
}

QString troubleText(const ClusterEvent &event) {
    using Kind = ClusterEvent::Kind;
    const QString name = nameOf(event.helper);
    switch (event.kind) {
    case Kind::refused_versions:
        return ClusterUseText::tr("%1 does not help, because its encoders have other versions and might write other bytes.").arg(name);
    case Kind::refused_encoder: return ClusterUseText::tr("%1 does not help, because it lacks this encoder.").arg(name);
    case Kind::refused_memory: return ClusterUseText::tr("%1 does not help, because it has too little memory for such blocks.").arg(name);
    case Kind::wrong_block: return ClusterUseText::tr("%1 returned a wrong block. It is encoded again.").arg(name);
    case Kind::shut_out: return ClusterUseText::tr("%1 is shut out, because its blocks were wrong. Check its memory.").arg(name);
    case Kind::alone: return ClusterUseText::tr("The server does not answer. This computer goes on alone.");
    default: return {};
    }
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
            if (const QString text = troubleText(event); !text.isEmpty()) trouble_ = text;
            else if (event.kind == ClusterEvent::Kind::not_alone) trouble_.clear();
        });
    };
    return {};
}

void ClusterUse::end() {
    // The server takes a moment to end, during which the window may ask.
    std::shared_ptr<Cluster> last;
    const std::lock_guard lock(mutex_);
    last.swap(cluster_);
    trouble_.clear();
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
    if (!trouble_.isEmpty()) rows << trouble_;
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
