package dev.sundog.gateway.notice;

import java.util.List;

/** Where notices are kept for the connector. */
interface NoticeLog {

    /** True when all are safe; false if that cannot be said in time, and then Halo may deliver them again without harm. */
    boolean append(NoticeProperties.Hook hook, List<Notice> notices);
}
