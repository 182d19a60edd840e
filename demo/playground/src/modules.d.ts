declare module "*.txt?raw" {
  const text: string;
  export default text;
}

declare module "*.css" {}
declare module "virtual:tokens.css" {}
