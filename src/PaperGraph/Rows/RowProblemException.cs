using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PaperGraph.GraphQL;

namespace PaperGraph.Rows;

/// <summary>Why rows cannot be had, for a person and for a program: sent as <c>application/problem+json</c> (RFC 9457).</summary>
internal sealed class RowProblemException(string message) : Exception(message)
{
    public int Status { get; init; } = StatusCodes.Status400BadRequest;

    /// <summary>As GraphQL answers it in <c>extensions</c>.</summary>
    public string Code { get; init; } = ErrorCodes.BadUserInput;

    /// <summary>The parameter of the address that is at fault; null where none is.</summary>
    public string? Parameter { get; init; }

    /// <summary>What may stand in the place of what was given; null where that is no list.</summary>
    public IEnumerable<string>? Allowed { get; init; }

    /// <summary>When to ask again, where it passes.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public ProblemHttpResult ToResult()
    {
        var problem = new ProblemDetails { Status = Status, Detail = Message };
        problem.Extensions["code"] = Code;
        if (Parameter is not null) problem.Extensions["parameter"] = Parameter;
        if (Allowed is not null) problem.Extensions["allowed"] = Allowed;
        return TypedResults.Problem(problem);
    }
}
