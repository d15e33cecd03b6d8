#include "filesystem/open_file.h"

#include "filesystem/zisofs_source.h"

namespace cloop {

SourcePtr open_file(std::shared_ptr<const Filesystem> filesystem, NodeId node) {
    if ((*filesystem)[node].zisofs) return std::make_shared<ZisofsSource>(filesystem, node);
    return std::make_shared<NodeSource>(std::move(filesystem), node);
}

} // namespace cloop
