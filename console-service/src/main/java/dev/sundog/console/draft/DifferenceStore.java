package dev.sundog.console.draft;

import dev.sundog.console.paging.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where differences are kept, for thirty days. */
interface DifferenceStore {

    /** Writes them; one that comes twice is there once. */
    void write(List<FoundDifference> differences);

    /**
     * One page of a tenant's policy's differences, the latest first.
     *
     * @param draftVersion only this draft's; every one's where absent
     */
    Page<Map<String, Object>> page(String policyId, String tenantId, @Nullable Long draftVersion, Page.Wanted wanted);
}
