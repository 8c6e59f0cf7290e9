namespace PaperGraph.GraphQL.Http.Sending;

/// <summary>A response cannot be held until it is sent. Thrown through writers, which know no other way to stop.</summary>
internal sealed class RequestErrorException(RequestError error) : Exception(error.Message)
{
    public RequestError RequestError => error;
}
