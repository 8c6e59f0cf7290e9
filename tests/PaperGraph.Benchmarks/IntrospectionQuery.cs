namespace PaperGraph.Benchmarks;

/// <summary>Asks for all that an IDE wants to know of a schema, types wrapped up to nine times.</summary>
internal static class IntrospectionQuery
{
    private const int Wrappings = 9;

    public static string Text { get; } = $$"""
        query Introspection {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...WholeType }
            directives {
              name
              description
              locations
              isRepeatable
              args(includeDeprecated: true) { ...Input }
            }
          }
        }

        fragment WholeType on __Type {
          kind
          name
          description
          specifiedByURL
          isOneOf
          fields(includeDeprecated: true) {
            name
            description
            args(includeDeprecated: true) { ...Input }
            type { ...Reference }
            isDeprecated
            deprecationReason
          }
          inputFields(includeDeprecated: true) { ...Input }
          interfaces { ...Reference }
          enumValues(includeDeprecated: true) {
            name
            description
            isDeprecated
            deprecationReason
          }
          possibleTypes { ...Reference }
        }

        fragment Input on __InputValue {
          name
          description
          type { ...Reference }
          defaultValue
          isDeprecated
          deprecationReason
        }

        fragment Reference on __Type {
          kind
          name
          {{string.Concat(Enumerable.Repeat("ofType { kind name ", Wrappings))}}{{new string('}', Wrappings)}}
        }
        """;
}
