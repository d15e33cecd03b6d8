// SPDX-License-Identifier: GPL-3.0-or-later
// What Cloopsmith's services refuse, as an Error.

#pragma once

#include "attach/system_bus.h"

namespace cloop {

/// For a call of either service. Detail: the service's own words. `system` for a failure without a code of its own.
Error service_error(const BusFailure &failure, const std::string &subject = {});

} // namespace cloop
