using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using PaperGraph.GraphQL;

namespace PaperGraph.Rows;

/// <summary>Asks the engine, as any client could.</summary>
internal sealed class RowQueries(Engine engine, IServiceProvider services, FilterParameters filter)
{
    /// <summary>Whether an answer said that the graph is not what it will be in a moment.</summary>
    public bool HadNotice { get; private set; }

    /// <returns>The value of the document's only field.</returns>
    /// <exception cref="RowProblemException">There is an error, of which the parameter that led to it is told.</exception>
    public async Task<JsonElement> AskAsync(string document, JsonObject variables, CancellationToken cancellationToken)
    {
        var request = new GraphQLRequest
        {
            Query = document,
            Variables = JsonSerializer.SerializeToElement(variables),
            NoMutations = true,
        };
        using var response = (GraphQLResponse)await engine.ExecuteAsync(request, services, cancellationToken);
        if (response.Errors is [var error, ..]) throw ToProblem(error, response.RetryAfter);
        HadNotice |= response.Notice is not null;

        var body = new ArrayBufferWriter<byte>();
        response.WriteTo(body);
        return JsonDocument.Parse(body.WrittenMemory).RootElement.GetProperty("data").EnumerateObject().Single().Value;
    }

    private RowProblemException ToProblem(GraphQLError error, TimeSpan? retryAfter)
    {
        var argument = error.Extensions?.GetValueOrDefault("argument") as string;
        var parameter = argument is null ? null : filter.Find(argument) ?? OrderParameter.Find(argument) ?? argument;
        var message = argument is null ? error.Message : error.Message.Replace(argument, parameter, StringComparison.Ordinal);
        return new(filter.Rename(message))
        {
            Status = error.Code switch
            {
                _ when retryAfter is not null => StatusCodes.Status503ServiceUnavailable,
                ErrorCodes.InternalError => StatusCodes.Status500InternalServerError,
                ErrorCodes.TimeLimit => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status400BadRequest,
            },
            Code = error.Code ?? ErrorCodes.InternalError,
            Parameter = parameter,
            Allowed = (error.Extensions?.GetValueOrDefault("suggestions") as System.Collections.IEnumerable)?.Cast<object>()
                .Select(suggestion => $"{suggestion}"),
            RetryAfter = retryAfter,
        };
    }
}
