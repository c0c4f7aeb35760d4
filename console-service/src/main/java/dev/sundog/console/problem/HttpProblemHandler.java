package dev.sundog.console.problem;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns what went wrong into problem+json. Faults of ours get an id that the log has too, and nothing else. */
@RestControllerAdvice
class HttpProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOGGER = LoggerFactory.getLogger(HttpProblemHandler.class);

    @ExceptionHandler(RefusedException.class)
    ResponseEntity<Object> refused(RefusedException e) {
        return HttpProblem.answer(e.errors());
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Object> conflict(DataIntegrityViolationException e) {
        LOGGER.atInfo().setCause(e).log("the database refused a change");
        return HttpProblem.answer(
                HttpStatus.CONFLICT, "conflict", "something it depends on changed meanwhile; read again and retry");
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Object> databaseAway(Exception e) {
        LOGGER.atWarn().setCause(e).log("the database does not answer");
        return HttpProblem.answer(
                HttpStatus.SERVICE_UNAVAILABLE, "database-away", "the database does not answer; try again");
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> fault(Exception e) {
        var id = UUID.randomUUID();
        LOGGER.atError().addKeyValue("faultId", id).setCause(e).log("request failed");
        return HttpProblem.answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "fault", "a fault of ours; the log has it as " + id);
    }
}
