import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  DIRECTORY_REVISION,
  LOCATIONS,
  MEMBERS,
  NEIGHBOURHOODS,
  OWN_SETTINGS,
  PARTNERS,
  ROUTES_POINTER,
  routesVersion,
} from '#shared/adapters/dynamo/keys.ts';
import { TABLES } from '#shared/adapters/dynamo/table-schema.ts';
import { grantUnder } from './grant-under.ts';
import { type Protection, restorableTable } from './table-props.ts';

/** Neighbourhoods, partners, members and routes: about organisations and the people who work there, never about residents. */
export class DirectoryTable extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, props: { protection: Protection }) {
    super(scope, id);
    this.table = new TableV2(this, 'Table', restorableTable(TABLES.directory, props.protection));
  }

  /**
   * Whether an address lies inside the area, whose poster that is, and the municipality's own words: one item by its key. The public form can list
   * nobody, and read no partner or member.
   */
  grantFindRoute(to: IGrantable): void {
    grantUnder(this.table, [ROUTES_POINTER.pk, routesVersion('*'), LOCATIONS, OWN_SETTINGS.pk], to, [
      'dynamodb:GetItem',
    ]);
  }

  /** Which neighbourhood an address lies in, who serves it, and who works there. */
  grantLookUp(to: IGrantable): void {
    this.allow(to, ['dynamodb:GetItem', 'dynamodb:Query']);
  }

  /** The coordinator adds, changes and removes partners, neighbourhoods, people, places for posters and routes, and nothing else that may come to lie here. */
  grantManage(to: IGrantable): void {
    const keys = [
      PARTNERS,
      NEIGHBOURHOODS,
      MEMBERS,
      LOCATIONS,
      DIRECTORY_REVISION.pk,
      ROUTES_POINTER.pk,
      routesVersion('*'),
      OWN_SETTINGS.pk,
    ];
    grantUnder(this.table, keys, to, ['dynamodb:BatchWriteItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem']);
  }

  private allow(to: IGrantable, actions: string[]): void {
    Grant.addToPrincipal({ grantee: to, actions, resourceArns: [this.table.tableArn] });
  }
}
