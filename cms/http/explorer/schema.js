// The schema as the server describes it: fetched once, indexed for the docs.

const TYPE = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }";
const VALUE = `name description defaultValue isDeprecated deprecationReason type { ${TYPE} }`;
const QUERY = `query ExplorerDocs {
  __schema {
    queryType { name } mutationType { name }
    types {
      kind name description
      fields(includeDeprecated: true) { name description isDeprecated deprecationReason args(includeDeprecated: true) { ${VALUE} } type { ${TYPE} } }
      inputFields(includeDeprecated: true) { ${VALUE} }
      interfaces { name } possibleTypes { name }
      enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
    }
  }
}`;

export class Schema {
  static async load(post) {
    const { body } = await post({ query: QUERY });
    if (!body?.data) throw new Error(body?.errors?.[0]?.message ?? "The schema could not be read.");
    return new Schema(body.data.__schema);
  }

  constructor(description) {
    this.types = new Map(description.types.filter((type) => !type.name.startsWith("__")).map((type) => [type.name, type]));
    this.roots = [description.queryType, description.mutationType].filter(Boolean).map((type) => type.name);
  }

  /** At most `limit` hits, names that begin with the text first: `{ type, member }`, member null for the type itself. */
  search(text, limit = 60) {
    const wanted = text.toLowerCase();
    const hits = [];
    for (const type of this.types.values()) {
      hits.push({ type: type.name, member: null, name: type.name });
      for (const member of members(type)) hits.push({ type: type.name, member: member.name, name: member.name });
    }
    const rank = ({ name }) => (name.toLowerCase().startsWith(wanted) ? 0 : 1);
    return hits
      .filter(({ name }) => name.toLowerCase().includes(wanted))
      .sort((a, b) => rank(a) - rank(b) || a.name.length - b.name.length || Boolean(a.member) - Boolean(b.member))
      .slice(0, limit);
  }
}

export function members(type) {
  return [...(type.fields ?? []), ...(type.inputFields ?? []), ...(type.enumValues ?? [])];
}

/** `[Edition!]!` as its parts: what stands before the name, the name, and what stands after it. */
export function typeParts(type) {
  if (type.kind === "NON_NULL") {
    const inner = typeParts(type.ofType);
    return { ...inner, after: `${inner.after}!` };
  }
  if (type.kind === "LIST") {
    const inner = typeParts(type.ofType);
    return { ...inner, before: `[${inner.before}`, after: `${inner.after}]` };
  }
  return { before: "", name: type.name, after: "" };
}
